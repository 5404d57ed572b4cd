package io.ahoy.crm.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One interaction as the history shows it.
 *
 * @param segments by number
 * @param wrapUps what agents wrote, oldest first; the last may still be a draft
 */
public record Contact(
        UUID id,
        String channel,
        String from,
        boolean withheld,
        Optional<String> fromE164,
        String to,
        Optional<Named> customer,
        Instant arrivedAt,
        Optional<Instant> endedAt,
        String state,
        Optional<String> cause,
        List<Segment> segments,
        List<WrapUp> wrapUps) {
    public Contact {
        segments = List.copyOf(segments);
        wrapUps = List.copyOf(wrapUps);
    }

    /** The records that whoever sees this learns something of: itself, and whose it is. */
    public Stream<UUID> tellsOf() {
        return Stream.concat(Stream.of(id), customer.stream().map(Named::id));
    }

    /** Whether more than the router's state is recorded yet: who called, and which number he dialled. */
    public boolean isArrivalKnown() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /** Of the agent who wrote last. */
    public Optional<String> disposition() {
        return wrapUps.isEmpty() ? Optional.empty() : wrapUps.getLast().disposition();
    }

    /** Of the agent who wrote last. */
    public Optional<String> note() {
        return wrapUps.isEmpty()
                ? Optional.empty()
                : Optional.of(wrapUps.getLast().note());
    }

    /**
     * What became of the wrap-up of the agent who spoke last. Absent while nobody has spoken or somebody still does, and where there
     * was nothing to wrap up: in a queue without it, and after an agent whose phone was lost.
     */
    public Optional<WrapUpState> wrapUp() {
        return segments.reversed().stream()
                .filter(segment -> segment.answeredAt().isPresent())
                .findFirst()
                .flatMap(this::wrapUpOf);
    }

    private Optional<WrapUpState> wrapUpOf(Segment segment) {
        if (isDone(segment)) {
            return Optional.of(WrapUpState.DONE);
        }
        // Cleared in the same moment: then none was given.
        if (segment.endedAt().isEmpty() || segment.endedAt().equals(segment.clearedAt())) {
            return Optional.empty();
        }
        return Optional.of(segment.clearedAt().isPresent() ? WrapUpState.RAN_OUT : WrapUpState.OPEN);
    }

    /** What he said before the conversation was over, say about an earlier one, was not the last of it. */
    private boolean isDone(Segment segment) {
        Optional<UUID> agent = segment.agent().map(Named::id);
        return wrapUps.stream()
                .filter(wrapUp -> agent.filter(wrapUp.agent()::equals).isPresent())
                .flatMap(wrapUp -> wrapUp.doneAt().stream())
                .anyMatch(
                        at -> segment.endedAt().filter(end -> !at.isBefore(end)).isPresent());
    }

    public enum WrapUpState {
        OPEN,
        DONE,
        /** Cleared without the agent having finished it. */
        RAN_OUT
    }

    public record Named(UUID id, String name) {}

    public record Segment(
            int number,
            String queue,
            Optional<Named> agent,
            Instant enteredAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            Optional<Instant> clearedAt,
            String outcome,
            Optional<String> cause) {}

    /** @param doneAt empty while it is a draft */
    public record WrapUp(
            UUID agent, Optional<String> disposition, String note, Instant writtenAt, Optional<Instant> doneAt) {}
}
