package io.ahoy.desktop.web.interaction;

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

/** What is shown beside an interaction: who it is from, and what was before. Blocks on the database. */
public final class Pops {
    private static final int EARLIER_MAX = 10;
    private static final String VOICE = Channel.VOICE.name();

    private final History history;
    private final Customers customers;

    public Pops(History history, Customers customers) {
        this.history = history;
        this.customers = customers;
    }

    /** @param candidates while nobody is named: who is reached at the number it came from */
    public record Pop(
            ContactView interaction,
            Optional<Customer> customer,
            List<Customer> candidates,
            List<ContactView> earlier) {}

    public Optional<Pop> of(InteractionId id) {
        return history.contact(id.value()).map(this::of);
    }

    Pop of(Contact contact) {
        Optional<Customer> customer = contact.customer().flatMap(named -> customers.get(named.id()));
        List<ContactView> earlier =
                customer.map(known -> history.earlier(known.id(), contact.id(), EARLIER_MAX)).orElse(List.of()).stream()
                        .map(ContactView::of)
                        .toList();
        return new Pop(
                ContactView.of(contact), customer, customer.isPresent() ? List.of() : candidates(contact), earlier);
    }

    private List<Customer> candidates(Contact contact) {
        boolean toldNumber = contact.channel().equals(VOICE) && !contact.withheld();
        return toldNumber ? customers.candidates(PointKind.PHONE, contact.from()) : List.of();
    }
}
