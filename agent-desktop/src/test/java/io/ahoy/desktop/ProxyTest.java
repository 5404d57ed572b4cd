package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose failed sign-ins are counted together. */
class ProxyTest {
    private static final String HEADER = "X-Forwarded-For";
    /** Of one address within a minute. */
    private static final int FAILURES_MAX = 30;

    @RegisterExtension
    final TestCentre behind = new TestCentre(Duration.ofHours(1)).behindProxy();

    @RegisterExtension
    final TestCentre open = new TestCentre();

    @Test
    void behindAProxyEveryBrowserCountsForItself() {
        assertThat(statusAfterGuessing(behind, i -> "203.0.113.1")).isEqualTo(429);
        TestBrowser other = behind.browser().with(HEADER, "203.0.113.1, 203.0.113.2");
        assertThat(other.signIn("anna", "ahoy").status()).isEqualTo(200);
    }

    @Test
    void whoClaimsToBeAProxyIsNotBelieved() {
        assertThat(statusAfterGuessing(open, i -> "203.0.113." + i)).isEqualTo(429);
    }

    private static int statusAfterGuessing(TestCentre centre, IntFunction<String> from) {
        for (int i = 0; i < FAILURES_MAX; i++) {
            TestBrowser guesser = centre.browser().with(HEADER, from.apply(i));
            assertThat(guesser.signIn("guess" + i, "guess").status()).isEqualTo(401);
        }
        return centre.browser()
                .with(HEADER, from.apply(FAILURES_MAX))
                .signIn("bo", "ahoy")
                .status();
    }
}
