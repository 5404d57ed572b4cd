package io.ahoy.desktop.feed;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.SeatState;
import io.ahoy.telephony.call.ChosenPhones.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
    record PhoneFrame(Optional<UUID> interaction, boolean muted, boolean held, boolean deviceLost, Device device)
            implements Frame {}

    @JsonTypeName("notice")
    record Notice(String code, Map<String, String> params) implements Frame {}

    @JsonTypeName("board")
    record Board(Instant at, List<QueueRow> queues, List<SeatRow> seats, List<WaitingRow> waiting, int waitingTotal)
            implements Frame {}

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
            Optional<Duration> limit) {}

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
            boolean held) {}

    record OfferReason(
            String code,
            String skill,
            int waitingInQueue,
            int idleSeats,
            Instant waitsSince,
            Optional<Instant> idleSince) {}

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
            List<Minute> lastHour) {}

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
        record NoAgentSignedIn() implements Why {}

        @JsonTypeName("allBusy")
        record AllBusy(int busy, int wrapUp, int onBreak) implements Why {}

        @JsonTypeName("offered")
        record Offered(Optional<AgentName> agent) implements Why {}

        @JsonTypeName("behind")
        record Behind(int ahead) implements Why {}

        /** The free ones declined it just now and are left alone until then. */
        @JsonTypeName("declined")
        record Declined(Instant until) implements Why {}
    }
}
