package io.ahoy.crm.mail.report;

import io.ahoy.crm.history.Stay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that came, and of a mail with which a contact began one of the contact's segments: there is a row for each, at least one.
 *
 * @param decided the queue that rules chose
 * @param first of the rows of this mail
 * @param had an agent was connected, in whichever segment
 * @param firstAnswer when an answer of an agent had left
 * @param replies the reasons, separated by commas
 */
record CameRow(
        UUID id,
        Instant at,
        String state,
        String kind,
        String mailbox,
        Optional<UUID> interaction,
        Optional<String> decided,
        boolean hasCase,
        Optional<String> category,
        Optional<Instant> closedAt,
        Optional<Instant> solvedAt,
        boolean had,
        Optional<Instant> firstAnswer,
        Optional<String> replies,
        boolean first,
        Optional<String> queue,
        Optional<Instant> enteredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Instant> clearedAt,
        Optional<String> outcome) {

    boolean isContact() {
        return interaction.equals(Optional.of(id));
    }

    /** The queue in which it arrived. */
    Optional<String> firstQueue() {
        return queue.or(() -> decided);
    }

    Optional<Stay> stay() {
        return queue.flatMap(in -> enteredAt.map(entered -> new Stay(
                in, entered, answeredAt, endedAt, clearedAt, outcome.orElse(""), Optional.empty(), Optional.empty())));
    }

    List<String> reasons() {
        return replies.map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** Of its case; without one, or when the case was solved before, the contact's end. */
    Optional<Instant> solution() {
        Optional<Instant> later = solvedAt.filter(at::isBefore);
        return hasCase && (solvedAt.isEmpty() || later.isPresent()) ? later : closedAt;
    }
}
