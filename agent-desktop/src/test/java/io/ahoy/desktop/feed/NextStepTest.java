package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.CallbackRule;
import io.ahoy.crm.team.Delivery;
import io.ahoy.crm.team.Need;
import io.ahoy.crm.team.Overflow;
import io.ahoy.crm.team.Priority;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Strategy;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.Widening;
import io.ahoy.crm.team.WrapUp;
import io.ahoy.desktop.feed.Frame.Next;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final Instant ENTERED = Instant.parse("2026-11-20T12:30:00Z");
    private static final List<Widening.Change> LOWER = List.of(new Widening.LowerLevel("german", 3));
    private static final List<Widening.Change> DROP = List.of(new Widening.DropSkill("german"));
    private static final Overflow.Action TO_SALES = new Overflow.ToQueue("sales");
    private static final Overflow.Action VOICE_BOX = new Overflow.Voicemail("night");
    private static final Queue QUEUE = queue(
            List.of(new Widening(Duration.ofSeconds(20), LOWER), new Widening(Duration.ofSeconds(40), DROP)),
            List.of(
                    new Overflow(new Overflow.Full(100), TO_SALES),
                    new Overflow(new Overflow.Waited(Duration.ofSeconds(30)), new Overflow.OfferCallback()),
                    new Overflow(new Overflow.Waited(Duration.ofSeconds(60)), TO_SALES),
                    new Overflow(new Overflow.Closing(), VOICE_BOX)),
            Optional.of("office"));

    @Test
    void isTheRuleThatHasItsMomentThen() {
        assertThat(next(0, 20)).contains(new Next.Widens(LOWER));
        assertThat(next(1, 30)).contains(new Next.Overflows(new Overflow.OfferCallback()));
        assertThat(next(1, 40)).contains(new Next.Widens(DROP));
        assertThat(next(2, 60)).contains(new Next.Overflows(TO_SALES));
    }

    @Test
    void isTheEndOfTheHoursWhenNothingElseHasThatMoment() {
        assertThat(next(2, 1_234)).contains(new Next.Closes(VOICE_BOX));
    }

    @Test
    void isNotToldWhereItCannotBeKnown() {
        Queue open = queue(QUEUE.widening(), QUEUE.overflow(), Optional.empty());
        assertThat(NextStep.of(waiting(2, Optional.of(ENTERED.plusSeconds(1_234))), open))
                .isEmpty();
        assertThat(NextStep.of(waiting(2, Optional.empty()), QUEUE)).isEmpty();
    }

    private static Optional<Next> next(int step, int seconds) {
        return NextStep.of(waiting(step, Optional.of(ENTERED.plusSeconds(seconds))), QUEUE);
    }

    private static InteractionView waiting(int step, Optional<Instant> due) {
        return new InteractionView(
                new InteractionId(UUID.randomUUID()),
                Channel.VOICE,
                new QueueId("support"),
                InteractionState.WAITING,
                ENTERED,
                0,
                ENTERED,
                ENTERED,
                ENTERED,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SkillNeed.of(new SkillId("german"), 7),
                step,
                Optional.empty(),
                due,
                Collections.emptySortedSet());
    }

    private static Queue queue(List<Widening> widening, List<Overflow> overflow, Optional<String> calendar) {
        Duration limit = Duration.ofSeconds(20);
        return new Queue(
                "support",
                new Titles("Support", "技术支持"),
                limit,
                0.8,
                false,
                Duration.ofSeconds(5),
                Need.of("german"),
                widening,
                new Strategy.LongestIdle(),
                Priority.NORMAL,
                limit,
                Collections.emptySortedMap(),
                new WrapUp(limit, limit, 1),
                overflow,
                calendar,
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PUSHED,
                "default");
    }
}
