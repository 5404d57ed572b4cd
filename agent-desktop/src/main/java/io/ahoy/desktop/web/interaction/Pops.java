package io.ahoy.desktop.web.interaction;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.desktop.web.history.ContactView;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is shown beside an interaction: who it is from, and what was before. Blocks on the database. */
public final class Pops {
    private static final int EARLIER_MAX = 10;
    private static final String VOICE = Channel.VOICE.name();

    private final History history;
    private final Customers customers;
    private final Continuation continuation;
    private final Audit audit;

    public Pops(History history, Customers customers, Continuation continuation, Audit audit) {
        this.audit = audit;
        this.continuation = continuation;
        this.history = history;
        this.customers = customers;
    }

    /**
     * @param candidates while nobody is named: who is reached at the number it came from
     * @param suggestedCase with which it may go on; the agent says whether it does
     */
    public record Pop(
            ContactView interaction,
            Optional<Customer> customer,
            List<Customer> candidates,
            List<ContactView> earlier,
            Optional<Continuation.Suggested> suggestedCase) {}

    /** The trail tells that he was shown it. */
    public Optional<Pop> of(InteractionId id, Actor viewer) {
        return history.contact(id.value()).map(contact -> of(contact, viewer));
    }

    Pop of(Contact contact, Actor viewer) {
        Pop pop = made(contact, viewer);
        Stream.concat(pop.customer().stream(), pop.candidates().stream())
                .forEach(shown -> audit.read(viewer, Subject.CUSTOMER, shown.id()));
        return pop;
    }

    private Pop made(Contact contact, Actor viewer) {
        Optional<Customer> customer = contact.customer().flatMap(named -> customers.get(named.id()));
        List<ContactView> earlier =
                customer.map(known -> history.earlier(known.id(), contact.id(), EARLIER_MAX)).orElse(List.of()).stream()
                        .map(ContactView::of)
                        .toList();
        return new Pop(
                ContactView.of(contact),
                customer,
                customer.isPresent() ? List.of() : candidates(contact),
                earlier,
                customer.flatMap(known -> continuation.suggest(contact.id(), viewer)));
    }

    private List<Customer> candidates(Contact contact) {
        boolean called = contact.channel().equals(VOICE) && !contact.withheld();
        return called
                ? contact.fromE164()
                        .map(number -> customers.candidates(PointKind.PHONE, number))
                        .orElse(List.of())
                : List.of();
    }
}
