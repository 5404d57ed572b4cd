package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.CallbackRule;
import io.ahoy.crm.team.Delivery;
import io.ahoy.crm.team.Need;
import io.ahoy.crm.team.Priority;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Strategy;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.WrapUp;
import io.ahoy.desktop.feed.Frame.PulledQueue;
import io.ahoy.desktop.feed.Pulled.Told;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many mails of pulled queues each agent may take. */
class PulledCountsTest {
    private static final SkillNeed GERMAN_3 = SkillNeed.of(new SkillId("german"), 3);
    private static final SkillNeed GERMAN_7 = SkillNeed.of(new SkillId("german"), 7);
    private static final SeatView BEGINNER = WaitReasonTest.seat(1, 3, SeatState.READY);
    private static final SeatView EXPERT = WaitReasonTest.seat(2, 8, SeatState.ON_BREAK);
    private static final Roster ROSTER = new Roster(Map.of(), List.of(pulled("support")));

    private final Picture picture = new Picture();

    @Test
    void eachIsToldWhatHeMayTakeByNow() {
        InteractionView easy = waits(Channel.EMAIL, GERMAN_3, Optional.empty());
        InteractionView hard = waits(Channel.EMAIL, GERMAN_7, Optional.empty());
        InteractionView kept = waits(Channel.EMAIL, GERMAN_3, Optional.of(BEGINNER));
        waits(Channel.VOICE, GERMAN_3, Optional.empty());
        assertThat(rows(BEGINNER)).containsExactly(row(2, easy));
        assertThat(rows(EXPERT)).containsExactly(row(2, easy));
        assertThat(mayTake(BEGINNER)).containsExactlyInAnyOrder(easy, kept);
        assertThat(mayTake(EXPERT)).containsExactlyInAnyOrder(easy, hard);
    }

    @Test
    void aQueueWithoutMailIsToldToo_oneThatHeDoesNotServeIsNot() {
        assertThat(rows(BEGINNER)).containsExactly(new PulledQueue("support", title("support"), 0, Optional.empty()));
        assertThat(rows(WaitReasonTest.seat(3, 1, SeatState.READY))).isEmpty();
    }

    @Test
    void asManyOthersAreAChange() {
        InteractionView first = waits(Channel.EMAIL, GERMAN_3, Optional.empty());
        Told before = told(BEGINNER);
        assertThat(told(BEGINNER)).isEqualTo(before);
        picture.apply(new Output.InteractionChanged(as(first, InteractionState.CLOSED)), Instant.EPOCH);
        waits(Channel.EMAIL, GERMAN_3, Optional.empty());
        assertThat(told(BEGINNER).queues()).isEqualTo(before.queues());
        assertThat(told(BEGINNER)).isNotEqualTo(before);
    }

    @Test
    void whatACustomerKeepsFromAnAgentIsNeitherCountedNorListedForHim() {
        InteractionView easy = waits(Channel.EMAIL, GERMAN_3, Optional.empty());
        InteractionView kept = waits(Channel.EMAIL, GERMAN_3, Optional.empty(), BEGINNER);
        assertThat(rows(BEGINNER)).containsExactly(row(1, easy));
        assertThat(mayTake(BEGINNER)).containsExactly(easy);
        assertThat(rows(EXPERT)).containsExactly(row(2, easy));
        assertThat(mayTake(EXPERT)).containsExactlyInAnyOrder(easy, kept);
    }

    @Test
    void whatIsOfferedWaitsForNobodyElse() {
        InteractionView one = waits(Channel.EMAIL, GERMAN_3, Optional.empty());
        picture.apply(new Output.InteractionChanged(as(one, InteractionState.OFFERED)), Instant.EPOCH);
        assertThat(mayTake(BEGINNER)).isEmpty();
    }

    private InteractionView waits(Channel channel, SkillNeed need, Optional<SeatView> onlyFor, SeatView... never) {
        InteractionView view = WaitReasonTest.view(
                channel,
                InteractionState.WAITING,
                need,
                onlyFor.map(SeatView::agent),
                Stream.of(never).map(SeatView::agent).collect(Collectors.toCollection(TreeSet::new)));
        picture.apply(new Output.InteractionChanged(view), Instant.EPOCH);
        return view;
    }

    private static InteractionView as(InteractionView view, InteractionState state) {
        return new InteractionView(
                view.id(),
                view.channel(),
                view.queue(),
                state,
                view.arrivedAt(),
                view.tier(),
                view.rank(),
                view.enteredAt(),
                view.since(),
                view.segment(),
                view.agent(),
                view.offer(),
                view.cause(),
                view.need(),
                view.step(),
                view.waitsFor(),
                view.due(),
                view.never());
    }

    private Told told(SeatView seat) {
        return Pulled.of(picture, ROSTER).counts().forSeat(seat);
    }

    private List<PulledQueue> rows(SeatView seat) {
        return told(seat).queues();
    }

    private List<InteractionView> mayTake(SeatView seat) {
        return Pulled.of(picture, ROSTER).whatMayTake(seat);
    }

    private static PulledQueue row(int waiting, InteractionView oldest) {
        return new PulledQueue("support", title("support"), waiting, Optional.of(oldest.enteredAt()));
    }

    private static Titles title(String id) {
        return new Titles(id, id);
    }

    /** For who speaks some German. */
    static Queue pulled(String id) {
        Duration limit = Duration.ofSeconds(20);
        return new Queue(
                id,
                title(id),
                limit,
                0.8,
                false,
                limit,
                new Need(new TreeMap<>(Map.of("german", 3)), Collections.emptySortedSet()),
                List.of(),
                new Strategy.LongestIdle(),
                Priority.NORMAL,
                limit,
                Collections.emptySortedMap(),
                new WrapUp(limit, limit, 1),
                List.of(),
                Optional.empty(),
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PULLED,
                "default");
    }
}
