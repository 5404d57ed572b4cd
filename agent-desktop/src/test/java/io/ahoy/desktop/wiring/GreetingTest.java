package io.ahoy.desktop.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.AhoyConfigLoader;
import io.ahoy.config.ConfigProblems;
import io.ahoy.desktop.wiring.Ahoy.Started;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only what works is offered. */
class GreetingTest {
    private static final int NONE = 0;
    private static final Map<String, String> EXTERNAL = Map.of(
            "AHOY_VOICE_PBX", "external",
            "AHOY_VOICE_WEBSOCKET_URL", "wss://pbx.example/ws",
            "AHOY_VOICE_AMI_SECRET", "secret");

    @Test
    void itsOwnAsteriskIsReachedInThreeWays() throws Exception {
        assertThat(greeting(Map.of(), 5060))
                .contains(
                        "  Three ways to place a call:",
                        "    1. in the browser: http://127.0.0.1:8080/contact",
                        "    3. from another terminal: ./ahoy call");
    }

    @Test
    void theSitesAsteriskTakesNoBrowserWithoutAGuestsAccount() throws Exception {
        assertThat(greeting(EXTERNAL, NONE))
                .contains("  Two ways to place a call:", "    2. from another terminal: ./ahoy call --sip HOST:PORT")
                .noneMatch(line -> line.contains("/contact"));
    }

    @Test
    void withOneItDoes() throws Exception {
        Map<String, String> withGuest = new HashMap<>(EXTERNAL);
        withGuest.put("AHOY_VOICE_GUEST_USER", "guest");
        withGuest.put("AHOY_VOICE_GUEST_SECRET", "secret");
        assertThat(greeting(withGuest, NONE))
                .contains(
                        "    1. in the browser: http://127.0.0.1:8080/contact",
                        "    3. from another terminal: ./ahoy call --sip HOST:PORT");
    }

    private static List<String> greeting(Map<String, String> environment, int sipPort) throws ConfigProblems {
        AhoyConfig config = AhoyConfigLoader.load(Optional.empty(), environment);
        Instance instance = new Instance(1, "http://127.0.0.1:8080", "127.0.0.1", sipPort, 8088, 3306, 4573);
        return Greeting.lines(config, new Started(instance, Optional.empty(), Optional.empty(), Duration.ofSeconds(5)));
    }
}
