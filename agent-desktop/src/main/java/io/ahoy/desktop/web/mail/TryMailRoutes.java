package io.ahoy.desktop.web.mail;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.AddressList;
import io.ahoy.router.channel.email.trial.TrialMail;
import io.ahoy.router.channel.email.trial.TrialServer;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code /try-mail}: lets anybody write to the centre as a customer, on the mail server that Ahoy brings; elsewhere there is none. */
public final class TryMailRoutes {
    private static final int TEXT_MAX = 50_000;
    private static final int SUBJECT_MAX = 500;

    private final Optional<TrialServer> server;
    private final Collection<Mailbox> mailboxes;

    public TryMailRoutes(Optional<TrialServer> server, Collection<Mailbox> mailboxes) {
        this.server = server;
        this.mailboxes = List.copyOf(mailboxes);
    }

    public void register(Api api) {
        api.get("/try-mail", Access.PUBLIC, this::get);
        api.post("/try-mail", Access.PUBLIC, this::post);
    }

    private record Page(boolean available, List<MailAddress> mailboxes, List<Came> mails) {}

    private record Came(MailAddress from, String subject, String text, Instant at, Optional<String> messageId) {
        static Came of(TrialMail mail) {
            return new Came(mail.from(), mail.subject(), mail.text(), mail.at(), mail.messageId());
        }
    }

    private Answer get(Request request) {
        List<MailAddress> addresses = mailboxes.stream()
                .map(mailbox -> new MailAddress(mailbox.address(), mailbox.shownAs()))
                .toList();
        List<Came> mails = request.query("address")
                .flatMap(AddressList::first)
                // Customers' mailboxes only: what came to the centre is the agents' affair.
                .filter(address -> mailboxes.stream().noneMatch(mailbox -> address.isSameAs(mailbox.address())))
                .map(address -> server.stream()
                        .flatMap(there -> there.stored(address.address()).stream())
                        .map(TrialMail::of)
                        .map(Came::of)
                        .toList())
                .orElse(List.of());
        return Answer.of(new Page(server.isPresent(), addresses, mails));
    }

    private record Body(String from, String name, String to, String subject, String text, Optional<String> inReplyTo) {}

    private Answer post(Request request) throws IOException {
        TrialServer there = server.orElseThrow(() -> Problem.notFound("This Ahoy uses mail servers of its own."));
        Body body = request.body(Body.class);
        MailAddress from = AddressList.first(body.from())
                .map(address -> new MailAddress(address.address(), body.name()))
                .orElseThrow(() -> Problem.unprocessable("from", "Must be an address such as me@mail.example."));
        if (body.subject().length() > SUBJECT_MAX || body.text().length() > TEXT_MAX) {
            throw Problem.unprocessable(
                    body.subject().length() > SUBJECT_MAX ? "subject" : "text", "That is too long to try out.");
        }
        if (mailboxes.stream().noneMatch(mailbox -> mailbox.address().equals(body.to()))) {
            throw Problem.unprocessable("to", "The centre has no such address.");
        }
        there.user(from.address());
        TrialMail.send(
                there, from, Recipients.to(MailAddress.of(body.to())), body.subject(), body.text(), body.inReplyTo());
        return Answer.NOTHING;
    }
}
