package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.desktop.wiring.Ahoy.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the operator reads when Ahoy runs. */
public final class Greeting {
    private Greeting() {}

    public static List<String> lines(AhoyConfig config, Started started) {
        Instance instance = started.instance();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s is running (started in %.1f s).",
                config.centre().name(),
                started.took().toMillis() / 1000.0));
        lines.add("");
        lines.add("  Agent desktop     " + instance.web() + "/");
        lines.add("  Supervisor board  " + instance.web() + "/board");
        if (started.examplePhone().isPresent()) {
            lines.add("  Demo logins       anna, bo, chen (agents) and sara (supervisor); password: ahoy");
        }
        lines.add("");
        if (started.withoutVoice().isPresent()) {
            lines.add("  WITHOUT VOICE: no calls, because "
                    + started.withoutVoice().get() + ".");
        } else {
            lines.addAll(waysToCall(started));
        }
        lines.add("");
        lines.add("  Log               " + config.data().resolve("log/ahoy.log"));
        lines.add("  Ctrl-C stops everything.");
        return lines;
    }

    private static List<String> waysToCall(Started started) {
        Instance instance = started.instance();
        List<String> lines = new ArrayList<>();
        lines.add("  Three ways to place a call:");
        lines.add("    1. in the browser: " + instance.web() + "/contact");
        if (instance.sipPort() > 0) {
            String server = instance.sipHost() + ":" + instance.sipPort();
            String account = started.examplePhone()
                    .map(phone -> ", user " + phone.extension() + ", password " + phone.secret())
                    .orElse(" and an agent's extension");
            lines.add("    2. with any SIP phone: server " + server + " (UDP)" + account + "; dial 500");
        } else {
            lines.add("    2. with any phone that reaches the Asterisk of voice.ami: dial a number of its [ahoy-in]");
        }
        lines.add("    3. from another terminal: ./ahoy call");
        return lines;
    }
}
