package io.ahoy.desktop.web.mail;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Named;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.Drafts;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.NewMail;
import io.ahoy.crm.mail.NewMails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.EmailChannel;
import io.ahoy.router.channel.email.read.WrittenHtml;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /interactions/{id}/mail}: the conversation that an interaction is about, and the answer to it. */
public final class ConversationRoutes {
    private static final int SUBJECT_MAX = 500;
    private static final int TEXT_MAX = 200_000;
    private static final int HTML_MAX = 600_000;

    private final Mails mails;
    private final Decisions decisions;
    private final Outbox outbox;
    private final Drafts drafts;
    private final Replies replies;
    private final History history;
    private final Cases cases;
    private final CaseLinks links;
    private final Customers customers;
    private final NewMails newMails;
    private final FollowUps followUps;
    private final MoveViews moveViews;
    private final NewMailSending sending;
    private final WritableConversations writable;
    private final Rights rights;
    private final Audit audit;
    private final EmailChannel channel;
    private final Team team;
    private final DateTimeFormatter clock;

    /** @param zone in which times are told */
    public ConversationRoutes(Db db, Rights rights, EmailChannel channel, ZoneId zone) {
        this.mails = new Mails(db);
        this.decisions = new Decisions(db);
        this.outbox = new Outbox(db);
        this.drafts = new Drafts(db);
        this.replies = new Replies(db);
        this.history = new History(db);
        this.cases = new Cases(db);
        this.links = new CaseLinks(db);
        this.customers = new Customers(db);
        this.newMails = new NewMails(db);
        this.followUps = new FollowUps(db);
        this.moveViews = new MoveViews(db, rights);
        this.sending = new NewMailSending(db);
        this.writable = new WritableConversations(db, rights);
        this.rights = rights;
        this.audit = new Audit(db);
        this.channel = channel;
        this.team = new Team(db);
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    public void register(Api api) {
        api.get("/interactions/:id/mail", Access.SIGNED_IN, this::get);
        api.putLarge("/interactions/:id/mail/draft", Access.SIGNED_IN, this::keep);
        api.delete("/interactions/:id/mail/draft", Access.SIGNED_IN, this::drop);
        api.post("/interactions/:id/mail/send", Access.SIGNED_IN, this::send);
        api.post("/mails/:id/take-back", Access.SIGNED_IN, this::takeBack);
        api.post("/mails/:id/send-again", Access.SIGNED_IN, this::sendAgain);
    }

    private record Conversation(
            UUID thread,
            String mailbox,
            String address,
            List<MailView> mails,
            Optional<DraftView> draft,
            Optional<BegunView> begun,
            Optional<FollowUpView> followUp,
            List<MoveViews.MoveView> moves) {}

    /** @param mine whether it is of who asks, and he may change it */
    private record FollowUpView(Instant dueAt, String note, String agent, boolean mine) {}

    /** Of a mail that who asks began himself and has not sent: what he may choose. */
    private record BegunView(Named customer, String to, List<Sender> mailboxes) {}

    private record Sender(String mailbox, String address, String name) {}

    private record DraftView(UUID id, long version, Draft.Content content, Optional<UUID> answers, Instant changedAt) {
        static DraftView of(Draft draft) {
            return new DraftView(draft.id(), draft.version(), draft.content(), draft.answers(), draft.changedAt());
        }
    }

    private Answer get(Request request) {
        UUID interaction = request.id("id");
        if (writable.begun(request.caller(), interaction).isEmpty()) {
            Contact contact = contact(interaction);
            rights.requireReadable(request.caller(), contact);
            audit.shown(request.actor(), Subject.HISTORY, "/interactions/{id}/mail", contact.tellsOf());
        }
        UUID thread = thread(interaction);
        List<Mail> found = mails.thread(thread);
        Map<UUID, Delivery> deliveries =
                outbox.ofThread(thread).stream().collect(Collectors.toMap(Delivery::mail, Function.identity()));
        Map<UUID, Decision> judged = decisions.ofThread(thread);
        Map<UUID, List<Replies.Thought>> thoughts = replies.ofThread(thread);
        List<MailView> views = found.stream()
                .map(mail -> MailView.of(
                        mail,
                        Optional.ofNullable(judged.get(mail.id())),
                        Optional.ofNullable(deliveries.get(mail.id())),
                        thoughts.getOrDefault(mail.id(), List.of())))
                .toList();
        Optional<Draft> own = draft(thread, request.caller().agent().id());
        String mailbox = own.map(draft -> draft.content().mailbox()).orElseGet(() -> mailbox(found));
        Optional<BegunView> begun = writable.open(request.caller(), interaction).flatMap(this::begunView);
        return Answer.of(new Conversation(
                thread,
                mailbox,
                address(mailbox),
                views,
                own.map(DraftView::of),
                begun,
                followUp(thread, request),
                moveViews.of(thread, interaction, request.caller())));
    }

    private Optional<FollowUpView> followUp(UUID thread, Request request) {
        return followUps
                .of(thread)
                .map(one -> new FollowUpView(
                        one.dueAt(),
                        one.note(),
                        team.agent(one.agent()).map(Agent::name).orElse(""),
                        one.agent().equals(request.caller().agent().id())));
    }

    private Optional<BegunView> begunView(NewMail begun) {
        List<Sender> senders = channel.mailboxes().values().stream()
                .map(mailbox -> new Sender(mailbox.name(), mailbox.address(), mailbox.shownAs()))
                .sorted(Comparator.comparing(Sender::mailbox))
                .toList();
        return customers
                .get(begun.customer())
                .map(customer -> new BegunView(new Named(customer.id(), customer.name()), begun.address(), senders));
    }

    private record DraftBody(
            Optional<UUID> answers,
            List<MailAddress> to,
            List<MailAddress> cc,
            String subject,
            String text,
            Optional<String> html,
            List<Draft.File> files,
            Optional<String> mailbox,
            Optional<UUID> serviceCase) {}

    private Answer keep(Request request) {
        UUID interaction = request.id("id");
        Optional<NewMail> begun = writable.require(request.caller(), interaction);
        DraftBody body = request.body(DraftBody.class);
        requireShort("subject", body.subject(), SUBJECT_MAX);
        requireShort("text", body.text(), TEXT_MAX);
        requireShort("html", body.html().orElse(""), HTML_MAX);
        Optional<WrittenHtml> formatted = body.html().map(WrittenHtml::of);
        UUID thread = thread(interaction);
        Draft.Content content = new Draft.Content(
                begun.flatMap(ignored -> body.mailbox()).orElseGet(() -> mailbox(mails.thread(thread))),
                body.to(),
                body.cc(),
                body.subject(),
                formatted.map(WrittenHtml::plain).orElse(body.text()),
                formatted.map(WrittenHtml::html),
                body.files(),
                begun.flatMap(ignored -> body.serviceCase()));
        Draft kept = drafts.keep(
                thread,
                Optional.of(interaction),
                body.answers(),
                request.caller().agent().id(),
                content,
                request.ifMatch(),
                request.now());
        return Answer.of(DraftView.of(kept), kept.version());
    }

    private static void requireShort(String field, String text, int max) {
        if (text.length() > max) {
            throw Problem.unprocessable(field, "At most " + max + " characters.");
        }
    }

    private Answer drop(Request request) {
        UUID interaction = request.id("id");
        Optional<NewMail> begun = writable.require(request.caller(), interaction);
        draft(thread(interaction), request.caller().agent().id()).ifPresent(found -> drafts.drop(found.id()));
        begun.ifPresent(mail -> newMails.drop(mail.interaction()));
        return Answer.NOTHING;
    }

    /** @param anyway also where somebody else has answered meanwhile */
    private record SendBody(long version, Optional<Boolean> anyway) {}

    private record Answered(UUID by, String name, Instant at) {}

    private record Sent(UUID mail, Instant dueAt) {}

    /** The draft as it was last kept; the case's customer has his answer with it. */
    private Answer send(Request request) throws IOException {
        UUID interaction = request.id("id");
        Optional<NewMail> begun = writable.require(request.caller(), interaction);
        SendBody body = request.body(SendBody.class);
        UUID thread = thread(interaction);
        Draft draft = draft(thread, request.caller().agent().id())
                .orElseThrow(() -> Problem.tooLate("There is no draft any more; it may have been sent already."));
        begun.ifPresent(one -> sending.check(one, draft.content(), request.actor()));
        Outgoing mail;
        try {
            mail = channel.answers()
                    .write(draft, mails.thread(thread), request.caller().agent().id(), request.now());
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable("to", wrong.getMessage() + ".");
        }
        requireSent(begun.map(one -> sending.send(
                        one, draft, body.version(), mail, sender(mail.mailbox()).orElseThrow(), request.actor()))
                .orElseGet(
                        () -> drafts.send(draft, body.version(), body.anyway().orElse(false), mail)));
        links.caseOf(interaction, request.actor()).ifPresent(one -> cases.answered(one.id(), request.actor()));
        channel.wakeOutbox();
        return Answer.of(new Sent(mail.id(), mail.dueAt()));
    }

    private void requireSent(Drafts.Sending outcome) {
        switch (outcome) {
            case Drafts.Sending.Sent ignored -> {}
            case Drafts.Sending.Changed ignored ->
                throw Problem.tooLate("The draft was changed elsewhere; look at it again before you send it.");
            case Drafts.Sending.Answered(UUID by, Instant at) -> {
                String name = team.agent(by).map(Agent::name).orElse("somebody");
                throw Problem.changedMeanwhile(
                        "This was answered by " + name + " at " + clock.format(at)
                                + "; read it first. Then send yours anyway, or discard it.",
                        new Answered(by, name, at));
            }
        }
    }

    /** What he wrote is a draft again. */
    private Answer takeBack(Request request) {
        Mail mail = written(request);
        if (draft(mail.thread(), request.caller().agent().id()).isPresent()) {
            throw Problem.tooLate("You are writing another answer in this conversation; send or discard it first.");
        }
        if (!outbox.takeBack(mail.id())) {
            throw Problem.tooLate("It is on its way already.");
        }
        Draft.Content content = new Draft.Content(
                mail.mailbox(),
                mail.recipients().to(),
                mail.recipients().cc(),
                mail.subject(),
                mail.content().text(),
                mail.content().html(),
                mail.content().attachments().stream()
                        .map(file -> new Draft.File(file.name(), file.mediaType(), file.number(), file.size()))
                        .toList(),
                writable.begun(request.caller(), mail.thread())
                        .flatMap(begun -> links.caseOf(begun.interaction(), request.actor()))
                        .map(Case::id));
        List<Mail> before = mails.thread(mail.thread());
        Optional<UUID> answers =
                before.stream().filter(Mail::isIncoming).map(Mail::id).reduce((one, later) -> later);
        Draft draft = drafts.keep(
                mail.thread(),
                mail.interaction(),
                answers,
                request.caller().agent().id(),
                content,
                0,
                request.now());
        return Answer.of(DraftView.of(draft), draft.version());
    }

    private Answer sendAgain(Request request) {
        Mail mail = written(request);
        if (!outbox.again(mail.id(), request.now())) {
            throw Problem.tooLate("It is neither given up nor uncertain.");
        }
        channel.wakeOutbox();
        return Answer.NOTHING;
    }

    /** By him who asks. */
    private Mail written(Request request) {
        Mail mail = mails.get(request.id("id"))
                .filter(found -> !found.isIncoming())
                .orElseThrow(() -> Problem.notFound("There is no such mail."));
        if (!mail.author().equals(Optional.of(request.caller().agent().id()))) {
            throw Problem.forbidden("Somebody else wrote this mail.");
        }
        return mail;
    }

    private Optional<Draft> draft(UUID thread, UUID author) {
        return drafts.ofThread(thread).stream()
                .filter(draft -> draft.author().equals(author))
                .findFirst();
    }

    private Contact contact(UUID interaction) {
        return history.contact(interaction).orElseThrow(() -> Problem.notFound("There is no such interaction."));
    }

    private UUID thread(UUID interaction) {
        return mails.threadOf(interaction)
                .or(() -> newMails.get(interaction).map(NewMail::interaction))
                .orElseThrow(() -> Problem.notFound("This interaction is about no mail."));
    }

    /** That it came to; of a new one the first by name, until another is chosen. */
    private String mailbox(List<Mail> thread) {
        return thread.stream()
                .map(Mail::mailbox)
                .findFirst()
                .or(() -> channel.mailboxes().keySet().stream().min(Comparator.naturalOrder()))
                .orElse("");
    }

    private String address(String mailbox) {
        return sender(mailbox).map(Mailbox::address).orElse("");
    }

    private Optional<Mailbox> sender(String mailbox) {
        return Optional.ofNullable(channel.mailboxes().get(mailbox));
    }
}
