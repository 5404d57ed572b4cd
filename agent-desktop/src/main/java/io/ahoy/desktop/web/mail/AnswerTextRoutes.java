package io.ahoy.desktop.web.mail;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.NewMail;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.reply.AnswerTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /interactions/{id}/mail/texts}: canned answers and signatures, filled in for the conversation. */
public final class AnswerTextRoutes {
    private final Mails mails;
    private final History history;
    private final CaseLinks links;
    private final Configurations configurations;
    private final Cases cases;
    private final Customers customers;
    private final WritableConversations writable;
    private final Map<String, Mailbox> mailboxes;
    private final String centre;

    /** @param centre its name, where the mailbox has none */
    public AnswerTextRoutes(
            Db db, Configurations configurations, Rights rights, Map<String, Mailbox> mailboxes, String centre) {
        this.mails = new Mails(db);
        this.history = new History(db);
        this.links = new CaseLinks(db);
        this.configurations = configurations;
        this.cases = new Cases(db);
        this.customers = new Customers(db);
        this.writable = new WritableConversations(db, rights);
        this.mailboxes = Map.copyOf(mailboxes);
        this.centre = centre;
    }

    public void register(Api api) {
        api.get("/interactions/:id/mail/texts", Access.SIGNED_IN, this::get);
    }

    private record View(
            Optional<String> language, List<AnswerTexts.Ready> canned, List<AnswerTexts.Ready> signatures) {}

    private Answer get(Request request) {
        UUID interaction = request.id("id");
        Optional<NewMail> begun = writable.require(request.caller(), interaction);
        Configuration configured = configurations.read();
        AnswerTexts.About about = begun.map(mail -> about(request, mail, configured))
                .orElseGet(() -> about(request, interaction, conversation(interaction), configured));
        AnswerTexts texts = new AnswerTexts(configured.mailTemplates());
        return Answer.of(new View(about.language(), texts.canned(about), texts.signatures(about)));
    }

    private List<Mail> conversation(UUID interaction) {
        return mails.thread(
                mails.threadOf(interaction).orElseThrow(() -> Problem.notFound("This interaction is about no mail.")));
    }

    /** Nothing is known of a new mail but what its writer has chosen, and whom it is for. */
    private AnswerTexts.About about(Request request, NewMail begun, Configuration configured) {
        Optional<Mailbox> mailbox = request.query("mailbox").flatMap(name -> Optional.ofNullable(mailboxes.get(name)));
        Optional<Queue> queue = mailbox.map(Mailbox::queue).flatMap(configured::queue);
        Optional<Customer> customer = customers.get(begun.customer());
        return new AnswerTexts.About(
                queue.map(Queue::id),
                queue.map(Queue::title),
                customer.flatMap(Customer::language),
                request.queryId("case")
                        .flatMap(id -> cases.get(id, request.actor()))
                        .map(Case::number),
                "",
                customer.map(Customer::name).orElse(""),
                shownAs(mailbox),
                request.caller().agent().name());
    }

    private AnswerTexts.About about(
            Request request, UUID interaction, List<Mail> conversation, Configuration configured) {
        Optional<Mail> customers =
                conversation.reversed().stream().filter(Mail::isIncoming).findFirst();
        Optional<Queue> queue =
                history.contact(interaction).flatMap(AnswerTextRoutes::queue).flatMap(configured::queue);
        return new AnswerTexts.About(
                queue.map(Queue::id),
                queue.map(Queue::title),
                language(conversation),
                links.caseOf(interaction, request.actor()).map(Case::number),
                customers.map(Mail::subject).orElse(""),
                customers.map(mail -> mail.from().name()).orElse(""),
                centre(conversation),
                request.caller().agent().name());
    }

    /** That it is in now, or was in last. */
    private static Optional<String> queue(Contact contact) {
        return contact.segments().reversed().stream()
                .map(Contact.Segment::queue)
                .findFirst();
    }

    /** Of the customer: a word of thanks in his last mail may be too short to tell, so earlier ones do, too. */
    private static Optional<String> language(List<Mail> conversation) {
        return conversation.reversed().stream()
                .filter(Mail::isIncoming)
                .flatMap(mail -> mail.content().language().stream())
                .findFirst();
    }

    private String centre(List<Mail> conversation) {
        return shownAs(
                conversation.stream().findFirst().flatMap(mail -> Optional.ofNullable(mailboxes.get(mail.mailbox()))));
    }

    private String shownAs(Optional<Mailbox> mailbox) {
        return mailbox.map(Mailbox::shownAs).filter(name -> !name.isBlank()).orElse(centre);
    }
}
