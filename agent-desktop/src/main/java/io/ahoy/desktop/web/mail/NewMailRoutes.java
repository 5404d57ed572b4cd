package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.mail.NewMail;
import io.ahoy.crm.mail.NewMails;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.EmailChannel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /customers/{id}/mails}: a mail that an agent begins; it is written where answers are. */
public final class NewMailRoutes {
    private final Customers customers;
    private final NewMails newMails;
    private final DoNotContact doNotContact;
    private final EmailChannel channel;

    public NewMailRoutes(Db db, EmailChannel channel) {
        this.customers = new Customers(db);
        this.newMails = new NewMails(db);
        this.doNotContact = new DoNotContact(db);
        this.channel = channel;
    }

    public void register(Api api) {
        api.post("/customers/:id/mails", Access.to(Action.CHANGE, Subject.HISTORY), this::begin);
    }

    private record BeginBody(Optional<String> to) {}

    private record Begun(UUID interaction) {}

    private Answer begin(Request request) {
        Customer customer =
                customers.get(request.id("id")).orElseThrow(() -> Problem.notFound("There is no such customer."));
        String to = request.body(BeginBody.class).to().orElse("").strip();
        doNotContact.requireAllowed(customer, to.isEmpty() ? List.of() : List.of(to));
        if (channel.mailboxes().isEmpty()) {
            throw Problem.tooLate("This centre has no mailbox to write from; name one in its mailboxes first.");
        }
        NewMail begun = newMails.begin(request.caller().agent().id(), customer.id(), to, request.now());
        return Answer.of(new Begun(begun.interaction()));
    }
}
