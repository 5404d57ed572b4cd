package io.ahoy.desktop.feed;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ahoy.crm.team.Overflow;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.Widening;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.WorkState;
import io.ahoy.telephony.call.ChosenPhones.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the feed sends, field by field as docs/api.md describes it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface Frame {

    @JsonTypeName("hello")
    record Hello(Instant now, String build) implements Frame {}

    @JsonTypeName("pong")
    record Pong(Instant now) implements Frame {}

    @JsonTypeName("seat")
    record SeatFrame(Seat seat) implements Frame {}

    /** Without an interaction: the seat is on none. */
    @JsonTypeName("interaction")
    record InteractionFrame(Optional<Live> interaction, Optional<Object> pop) implements Frame {}

    @JsonTypeName("summary")
    record Summary(Instant at, List<QueueWaiting> queues) implements Frame {}

    @JsonTypeName("phone")
    record PhoneFrame(
            Optional<UUID> interaction,
            boolean muted,
            boolean held,
            Optional<Instant> heldSince,
            boolean deviceLost,
            Device device)
            implements Frame {}

    /** Those from which he may take mails, whether some wait there or not. */
    @JsonTypeName("pulled")
    record PulledFrame(List<PulledQueue> queues) implements Frame {}

    record PulledQueue(String id, Titles title, int waiting, Optional<Instant> oldestSince) {}

    @JsonTypeName("notice")
    record Notice(String code, Map<String, String> params) implements Frame {}

    /** Its conversation has one more mail, or one of its mails has come on. */
    @JsonTypeName("mail")
    record MailChanged(UUID interaction) implements Frame {}

    /** The others who have this conversation open. */
    @JsonTypeName("readers")
    record Readers(UUID thread, List<Reader> readers) implements Frame {}

    record Reader(UUID agent, String name, boolean writes) {}

    @JsonTypeName("board")
    record Board(
            Instant at,
            List<QueueRow> queues,
            List<SeatRow> seats,
            List<WaitingRow> waiting,
            int waitingTotal,
            List<CaseRow> cases)
            implements Frame {
        /** Whom it names. */
        Set<UUID> customers() {
            return Stream.concat(
                            seats.stream().map(SeatRow::customer),
                            waiting.stream().map(WaitingRow::customer))
                    .flatMap(Optional::stream)
                    .map(CustomerName::id)
                    .collect(Collectors.toSet());
        }
    }

    /** The agent's own that are not solved. */
    @JsonTypeName("cases")
    record OwnCases(int open, int nearlyOverdue, int overdue) implements Frame {}

    /** Of one team; without one: of none. */
    record CaseRow(Optional<String> team, int open, int nearlyOverdue, int overdue) {}

    record QueueWaiting(String id, int waiting) {}

    record Seat(
            UUID agent,
            SeatState state,
            Instant since,
            Optional<String> reason,
            boolean leaving,
            Optional<UUID> interaction,
            Optional<String> offer,
            Optional<String> queue,
            Optional<Instant> deadline,
            Optional<Instant> availableFrom,
            Device device,
            Optional<Duration> limit,
            List<SeatWork> works) {}

    /** One of the interactions that a seat is on. */
    record SeatWork(
            UUID interaction,
            Channel channel,
            String queue,
            String offer,
            WorkState state,
            Instant since,
            Optional<Instant> deadline) {}

    record CustomerName(UUID id, String name) {}

    record Live(
            UUID id,
            Channel channel,
            String queue,
            InteractionState state,
            Instant arrivedAt,
            Instant since,
            Instant enteredAt,
            int segment,
            String from,
            boolean withheld,
            Optional<CustomerName> customer,
            Optional<OfferReason> reason,
            boolean muted,
            boolean held,
            Optional<Instant> heldSince) {}

    record OfferReason(
            Output.Reason.Chosen chosen,
            String strategy,
            String choice,
            Need need,
            int step,
            Optional<Widened> widened,
            boolean preferred,
            int tier,
            Duration headStart,
            int waitingInQueue,
            int idleSeats,
            Instant waitsSince,
            Instant idleSince) {}

    /** The last widening: so long after the entry, and what was needed before it. */
    record Widened(Duration after, Need before) {}

    record SkillLevel(String skill, int level) {}

    /** What an agent must have: all of these skills and one of these groups, if there are any. */
    record Need(List<SkillLevel> skills, List<String> groups) {
        static Need of(SkillNeed need) {
            return new Need(
                    need.levels().entrySet().stream()
                            .map(one -> new SkillLevel(one.getKey().value(), one.getValue()))
                            .toList(),
                    need.groups().stream().map(GroupId::value).toList());
        }
    }

    record QueueRow(
            String id,
            int waiting,
            Optional<Instant> oldest,
            Duration longest,
            int offered,
            int answered,
            int abandoned,
            int shortAbandoned,
            int flowedOut,
            Optional<Double> serviceLevel,
            int inTime,
            int counted,
            double serviceLevelTarget,
            Duration threshold,
            Optional<Duration> asa,
            int ready,
            int busy,
            Optional<Wait> estimate,
            Optional<Judged> estimates,
            List<Minute> lastHour) {}

    /**
     * What became of today's estimates.
     *
     * @param kept share that was answered within the range
     * @param count how many that is a share of
     * @param error mean distance from the middle of the range
     */
    record Judged(double kept, int count, Optional<Duration> error) {}

    /** How long the last in line will still wait, and why that is more than was told before. */
    record Wait(Duration low, Duration high, Optional<Estimate.Cause> cause) {}

    record Minute(Instant at, int answered, int abandoned, Duration maxWait) {}

    record AgentName(UUID id, String name, String extension) {}

    record SeatRow(
            AgentName agent,
            SeatState state,
            Instant since,
            Optional<String> reason,
            boolean leaving,
            Optional<String> queue,
            Optional<UUID> interaction,
            Optional<String> from,
            Optional<CustomerName> customer,
            Optional<Instant> deadline,
            boolean connected) {}

    record WaitingRow(
            UUID id,
            String queue,
            InteractionState state,
            Instant arrivedAt,
            Instant rank,
            String from,
            boolean withheld,
            Optional<CustomerName> customer,
            int position,
            Why why) {}

    /** Why an interaction still waits. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
    sealed interface Why {
        @JsonTypeName("noAgentSignedIn")
        record NoAgentSignedIn(Need need, Optional<Instant> due, Optional<Next> next) implements Why {}

        /**
         * Of those who meet the need, so many do what.
         *
         * @param breaks by their reason
         * @param resting free, but left alone for a while after an offer without answer
         * @param due when something changes by time alone
         * @param next what that is
         */
        @JsonTypeName("allBusy")
        record AllBusy(
                Need need,
                int able,
                int ringing,
                int onContact,
                int wrapUp,
                int onBreak,
                Map<String, Integer> breaks,
                int resting,
                Optional<Instant> restingUntil,
                Optional<Instant> due,
                Optional<Next> next)
                implements Why {}

        @JsonTypeName("offered")
        record Offered(Optional<AgentName> agent) implements Why {}

        @JsonTypeName("behind")
        record Behind(int ahead, Need need, Optional<Instant> due, Optional<Next> next) implements Why {}

        /** It waits for this agent alone until then. */
        @JsonTypeName("preferred")
        record Preferred(AgentName agent, Optional<Instant> until) implements Why {}

        /** Nobody is offered it: so many may take it themselves. */
        @JsonTypeName("toBeTaken")
        record ToBeTaken(int able, Need need, Optional<Instant> due, Optional<Next> next) implements Why {}

        /** A callback that is not due yet. */
        @JsonTypeName("scheduled")
        record Scheduled(Optional<Instant> until) implements Why {}
    }

    /** What comes by itself to one who waits. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
    sealed interface Next {
        /** Others may take it too. */
        @JsonTypeName("widens")
        record Widens(List<Widening.Change> changes) implements Next {}

        /** It has waited too long there. */
        @JsonTypeName("overflows")
        record Overflows(Overflow.Action action) implements Next {}

        /** The queue's hours end. */
        @JsonTypeName("closes")
        record Closes(Overflow.Action action) implements Next {}
    }
}
