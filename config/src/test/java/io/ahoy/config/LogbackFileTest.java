package io.ahoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.status.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogbackFileTest {
    private static final Path SHIPPED = Path.of(System.getProperty("ahoy.top", ".."), "config", "logback.xml");

    @Test
    void isUnderstoodAndLetsNobodyForgeALine() throws Exception {
        LoggerContext context = new LoggerContext();
        context.putProperty("ahoy.log", "target/log");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(SHIPPED.toFile());
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allSatisfy(status ->
                        assertThat(status.getLevel()).as(status.toString()).isLessThan(Status.WARN));
        assertThat(context.getLogger("org.asteriskjava.manager").getEffectiveLevel())
                .isEqualTo(Level.ERROR);

        var root = context.getLogger("ROOT");
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
        var event = new LoggingEvent("", root, Level.INFO, "caller {}", null, new Object[] {"Bo\r\n2026 ERROR forged"});
        String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("caller Bo ⏎ 2026 ERROR forged\n").hasLineCount(1);
        context.stop();
    }
}
