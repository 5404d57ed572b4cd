package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.desktop.feed.WidenedNeeds.Widened;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WidenedNeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final InteractionId ID = new InteractionId(new UUID(0, 1));
    private static final SkillNeed GERMAN = SkillNeed.of(new SkillId("german"), 7);

    private final WidenedNeeds needs = new WidenedNeeds();

    @Test
    void theLastStepIsKnownWithWhatWasNeededBefore() {
        needs.changed(Optional.empty(), view(1, 0, GERMAN), NOW);
        assertThat(needs.of(ID, 0)).isEmpty();
        needs.changed(Optional.of(view(1, 0, GERMAN)), view(1, 1, SkillNeed.NONE), NOW.plusSeconds(40));
        assertThat(needs.of(ID, 1)).hasValue(new Widened(1, Duration.ofSeconds(40), GERMAN));
    }

    @Test
    void anotherStayBeginsAnew() {
        needs.changed(Optional.of(view(1, 0, GERMAN)), view(2, 1, SkillNeed.NONE), NOW.plusSeconds(40));
        assertThat(needs.of(ID, 1)).isEmpty();
    }

    private static InteractionView view(int segment, int step, SkillNeed need) {
        return new InteractionView(
                ID,
                Channel.VOICE,
                new QueueId("support"),
                InteractionState.WAITING,
                NOW,
                0,
                NOW,
                NOW,
                NOW,
                segment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                need,
                step,
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedSet());
    }
}
