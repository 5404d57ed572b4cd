package io.ahoy.desktop.web.mail;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.Drafts;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.NewMail;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.Channel;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A mail that an agent began goes out, and stands in the history of its customer from then on. */
final class NewMailSending {
    private final Db db;
    private final Drafts drafts;
    private final History history;
    private final Customers customers;
    private final Cases cases;
    private final CaseLinks links;
    private final DoNotContact doNotContact;

    NewMailSending(Db db) {
        this.db = db;
        this.drafts = new Drafts(db);
        this.history = new History(db);
        this.customers = new Customers(db);
        this.cases = new Cases(db);
        this.links = new CaseLinks(db);
        this.doNotContact = new DoNotContact(db);
    }

    /** @throws Problem it may not go to one of those who are named, or not in this case */
    void check(NewMail begun, Draft.Content content, Actor actor) {
        Customer customer =
                customers.get(begun.customer()).orElseThrow(() -> Problem.notFound("There is no such customer."));
        content.serviceCase().ifPresent(id -> requireOf(customer, id, actor));
        doNotContact.requireAllowed(
                customer,
                Stream.concat(content.to().stream(), content.cc().stream())
                        .map(MailAddress::address)
                        .toList());
    }

    private void requireOf(Customer customer, UUID serviceCase, Actor actor) {
        boolean his = cases.get(serviceCase, actor)
                .flatMap(Case::customer)
                .filter(named -> named.id().equals(customer.id()))
                .isPresent();
        if (!his) {
            throw Problem.unprocessable("serviceCase", "This customer has no such case.");
        }
    }

    /** The outbox, the history and the case have it, or none of them. */
    Drafts.Sending send(NewMail begun, Draft draft, long version, Outgoing mail, Mailbox from, Actor actor) {
        return db.together(() -> {
            Drafts.Sending outcome = drafts.send(draft, version, true, mail);
            if (outcome instanceof Drafts.Sending.Sent) {
                history.written(contact(begun, mail, from), from.queue(), begun.author());
                links.attachWritten(begun.interaction(), draft.content().serviceCase(), actor);
            }
            return outcome;
        });
    }

    private static NewContact contact(NewMail begun, Outgoing mail, Mailbox from) {
        return new NewContact(
                begun.interaction(),
                Channel.EMAIL.name(),
                from.address(),
                false,
                Optional.empty(),
                Optional.empty(),
                mail.recipients().all().map(MailAddress::address).findFirst().orElse(""),
                Optional.of(begun.customer()),
                mail.at());
    }
}
