package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionEndTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre(Duration.ofSeconds(3));

    @Test
    void aSessionNobodyUsesEnds_withItsFeed() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        feed.await("hello", frame -> true);
        assertThat(feed.awaitClose()).isEqualTo(4401);
        Awaitility.await().until(() -> anna.get("/session").status() == 204);
        assertThat(anna.get("/customers?q=anna").status()).isEqualTo(401);
    }
}
