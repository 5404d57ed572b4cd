package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.desktop.feed.Frame.AgentName;
import io.ahoy.desktop.feed.Frame.Need;
import io.ahoy.desktop.feed.Frame.Why;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitReasonTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final Instant SOON = NOW.plusSeconds(40);
    private static final SkillId GERMAN = new SkillId("german");
    private static final SkillNeed GERMAN_7 = SkillNeed.of(GERMAN, 7);
    private static final SkillNeed GERMAN_3 = SkillNeed.of(GERMAN, 3);
    private static final SkillNeed FRENCH = SkillNeed.of(new SkillId("french"));
    private static final SeatView BEGINNER = seat(1, 3, SeatState.READY);
    private static final SeatView ON_CALL = seat(2, 8, SeatState.ON_CONTACT);
    private static final SeatView RINGING = seat(3, 7, SeatState.OFFERED);
    private static final SeatView WRITES = seat(4, 9, SeatState.WRAP_UP);
    private static final SeatView AT_LUNCH = seat(5, 10, SeatState.ON_BREAK);
    private static final SeatView RESTS = resting(seat(6, 7, SeatState.READY));

    static Stream<Arguments> table() {
        return Stream.of(
                row("nobody is good enough", List.of(BEGINNER), nobody()),
                row("one talks, the beginner does not count", List.of(BEGINNER, ON_CALL), busy(1, 0, 1, 0, 0, 0)),
                row("at lunch", List.of(ON_CALL, AT_LUNCH), busy(2, 0, 1, 0, 1, 0)),
                row("left alone", List.of(RESTS), busy(1, 0, 0, 0, 0, 1)),
                row(
                        "one of each",
                        List.of(BEGINNER, ON_CALL, RINGING, WRITES, AT_LUNCH, RESTS),
                        busy(5, 1, 1, 1, 1, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void countsThoseWhoMeetTheNeedByWhatTheyDo(String name, List<SeatView> seats, Why expected) {
        assertThat(reasons(seats).next(waiting(GERMAN_7))).isEqualTo(expected);
    }

    @Test
    void somebodyAheadCountsOnlyIfTheSameAgentsCouldTakeHim() {
        WaitReason reasons = reasons(List.of(ON_CALL));
        assertThat(reasons.next(waiting(FRENCH))).isInstanceOf(Why.NoAgentSignedIn.class);
        assertThat(reasons.next(waiting(GERMAN_3))).isInstanceOf(Why.AllBusy.class);
        assertThat(reasons.next(waiting(GERMAN_7)))
                .isEqualTo(new Why.Behind(1, Need.of(GERMAN_7), Optional.of(SOON), Optional.empty()));
    }

    @Test
    void thePreferredAgentIsNamed() {
        assertThat(reasons(List.of(ON_CALL))
                        .next(view(InteractionState.WAITING, GERMAN_7, Optional.of(ON_CALL.agent()))))
                .isEqualTo(new Why.Preferred(name(ON_CALL.agent()), Optional.of(SOON)));
    }

    @Test
    void aScheduledCallbackWaitsForItsTimeAndHoldsNobodyUp() {
        WaitReason reasons = reasons(List.of(ON_CALL));
        assertThat(reasons.next(view(InteractionState.SCHEDULED, GERMAN_7, Optional.empty())))
                .isEqualTo(new Why.Scheduled(Optional.of(SOON)));
        assertThat(reasons.next(waiting(GERMAN_7))).isInstanceOf(Why.AllBusy.class);
    }

    @Test
    void aMailOfAPulledQueueWaitsToBeTaken_andIsAheadOfNobody() {
        WaitReason reasons = new WaitReason(
                List.of(ON_CALL, AT_LUNCH), WaitReasonTest::name, id -> Optional.of(PulledCountsTest.pulled(id)), NOW);
        assertThat(reasons.next(view(Channel.EMAIL, InteractionState.WAITING, GERMAN_7, Optional.empty())))
                .isEqualTo(new Why.ToBeTaken(2, Need.of(GERMAN_7), Optional.of(SOON), Optional.empty()));
        assertThat(reasons.next(view(Channel.EMAIL, InteractionState.WAITING, FRENCH, Optional.empty())))
                .isInstanceOf(Why.NoAgentSignedIn.class);
        assertThat(reasons.next(view(Channel.EMAIL, InteractionState.WAITING, GERMAN_7, Optional.of(ON_CALL.agent()))))
                .isInstanceOf(Why.Preferred.class);
        assertThat(reasons.next(waiting(GERMAN_3)))
                .as("a call is offered as ever, behind the one who waits for somebody")
                .isEqualTo(new Why.Behind(1, Need.of(GERMAN_3), Optional.of(SOON), Optional.empty()));
    }

    private static Arguments row(String name, List<SeatView> seats, Why expected) {
        return Arguments.of(name, seats, expected);
    }

    private static Why nobody() {
        return new Why.NoAgentSignedIn(Need.of(GERMAN_7), Optional.of(SOON), Optional.empty());
    }

    private static Why busy(int able, int ringing, int onContact, int wrapUp, int onBreak, int resting) {
        return new Why.AllBusy(
                Need.of(GERMAN_7),
                able,
                ringing,
                onContact,
                wrapUp,
                onBreak,
                onBreak == 0 ? Map.of() : Map.of("lunch", onBreak),
                resting,
                resting == 0 ? Optional.empty() : Optional.of(SOON),
                Optional.of(SOON),
                Optional.empty());
    }

    private static WaitReason reasons(List<SeatView> seats) {
        return new WaitReason(seats, WaitReasonTest::name, id -> Optional.empty(), NOW);
    }

    private static AgentName name(AgentId agent) {
        return new AgentName(agent.value(), "Bo", "1002");
    }

    private static InteractionView waiting(SkillNeed need) {
        return view(InteractionState.WAITING, need, Optional.empty());
    }

    private static InteractionView view(InteractionState state, SkillNeed need, Optional<AgentId> waitsFor) {
        return view(Channel.VOICE, state, need, waitsFor);
    }

    private static InteractionView view(
            Channel channel, InteractionState state, SkillNeed need, Optional<AgentId> waitsFor) {
        return view(channel, state, need, waitsFor, Collections.emptySortedSet());
    }

    static InteractionView view(
            Channel channel,
            InteractionState state,
            SkillNeed need,
            Optional<AgentId> waitsFor,
            SortedSet<AgentId> never) {
        return new InteractionView(
                new InteractionId(UUID.randomUUID()),
                channel,
                new QueueId("support"),
                state,
                NOW,
                0,
                NOW,
                NOW,
                NOW,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                need,
                0,
                waitsFor,
                Optional.of(SOON),
                never);
    }

    static SeatView seat(long number, int level, SeatState state) {
        return new SeatView(
                new AgentId(new UUID(0, number)),
                new Abilities(
                        new TreeMap<>(Map.of(GERMAN, level)),
                        Collections.emptySortedSet(),
                        Collections.emptySortedMap(),
                        BestRank.INSTANCE),
                state,
                NOW,
                state == SeatState.ON_BREAK ? Optional.of(new BreakReason("lunch")) : Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static SeatView resting(SeatView seat) {
        return new SeatView(
                seat.agent(),
                seat.abilities(),
                seat.state(),
                seat.since(),
                seat.reason(),
                seat.leaving(),
                seat.interaction(),
                seat.offer(),
                seat.queue(),
                seat.deadline(),
                Optional.of(SOON),
                seat.works());
    }
}
