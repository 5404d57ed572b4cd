package io.ahoy.desktop.web.history;

import io.ahoy.crm.history.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One interaction as docs/api.md shows it. */
public record ContactView(
        UUID id,
        String channel,
        String from,
        String to,
        boolean withheld,
        Optional<Contact.Named> customer,
        Instant arrivedAt,
        Optional<Instant> endedAt,
        String state,
        Optional<String> cause,
        List<Contact.Segment> segments,
        Optional<String> disposition,
        Optional<String> note,
        Optional<Boolean> draft,
        Optional<Contact.WrapUpState> wrapUp) {

    public static ContactView of(Contact contact) {
        return new ContactView(
                contact.id(),
                contact.channel(),
                contact.from(),
                contact.to(),
                contact.withheld(),
                contact.customer(),
                contact.arrivedAt(),
                contact.endedAt(),
                contact.state(),
                contact.cause(),
                contact.segments(),
                contact.disposition(),
                contact.note().filter(note -> !note.isEmpty()),
                isDraft(contact) ? Optional.of(true) : Optional.empty(),
                contact.wrapUp());
    }

    /** The last agent never finished his wrap-up: it ran out, or is still going on. */
    private static boolean isDraft(Contact contact) {
        return !contact.wrapUps().isEmpty()
                && contact.wrapUps().getLast().doneAt().isEmpty();
    }
}
