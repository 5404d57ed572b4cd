package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseDraft;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.follow.Reminder;
import io.ahoy.router.channel.email.meaning.MailKind;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one understood mail to where it belongs. Every step may be repeated, so that after a crash in between all of them are: the
 * interaction has the mail's own id.
 */
final class Arriving {
    private static final Logger LOG = LoggerFactory.getLogger(Arriving.class);
    private static final Duration ROUTER_LIMIT = Duration.ofSeconds(30);
    private static final int SUBJECT_MAX = 200;
    private static final int CONVERSATION_LOCKS = 64;
    private static final Set<String> ENDED = Set.of(InteractionState.CLOSED.name(), InteractionState.WRAP_UP.name());

    private final Sorting.Stores stores;
    private final Rules rules;
    private final Wishes wishes;
    private final Arrived then;
    private final Conversations conversations;
    private final Bounces bounces;
    private final Intake router;
    private final Consumer<UUID> given;
    private final InstantSource clock;
    private final List<Lock> inConversation =
            Stream.<Lock>generate(ReentrantLock::new).limit(CONVERSATION_LOCKS).toList();

    /** @param given told of each mail that the router has */
    Arriving(Sorting.Stores stores, Sorting.Ways ways, Consumer<UUID> given, InstantSource clock) {
        this.stores = stores;
        this.rules = ways.rules();
        this.wishes = ways.wishes();
        this.then = ways.then();
        this.conversations = new Conversations(stores.db(), stores.mails());
        this.bounces = new Bounces(stores.mails(), stores.outbox());
        this.router = ways.router();
        this.given = given;
        this.clock = clock;
    }

    /** @throws RouterAway it stays as it is and is tried again */
    void take(Understood read, Mailbox mailbox, Looked looked) throws RouterAway, InterruptedException {
        Understood mail = read.in(mailbox);
        boolean placed = false;
        while (!placed) {
            try {
                place(mail, mailbox, looked);
                placed = true;
            } catch (Conversations.Moved meanwhile) {
                LOG.debug(
                        "the conversation of mail {} was moved meanwhile",
                        mail.mail().id());
            }
        }
    }

    private void place(Understood mail, Mailbox mailbox, Looked looked) throws RouterAway, InterruptedException {
        Looked.One known = looked.of(mail, stores);
        if (known.copy()) {
            duplicate(mail.mail());
            return;
        }
        Conversations.Found found = conversations.of(mail);
        switch (mail.meaning().kind()) {
            case BOUNCE -> bounced(mail, mailbox, candidates(mail, known));
            case READ_RECEIPT, VACATION, FEEDBACK_REPORT ->
                together(() -> settle(mail, Mail.State.RECORDED, found, Optional.empty(), Optional.empty()));
            case HUMAN, AUTOMATIC, MAILING_LIST, CALENDAR -> toPeople(mail, mailbox, found, candidates(mail, known));
        }
    }

    /** Who may have written it. Whoever may be somebody else is nobody's customer until an agent says so. */
    private List<Customer> candidates(Understood mail, Looked.One known) {
        String address = mail.from().address();
        return address.isEmpty() || mail.doubted()
                ? List.of()
                : known.writers().orElseGet(() -> stores.customers().candidates(PointKind.EMAIL, address));
    }

    private void duplicate(Mail mail) {
        stores.mails()
                .settle(new Mails.Reading(
                        mail.id(),
                        Mail.State.DUPLICATE,
                        mail.id(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        mail.from(),
                        new Recipients(List.of(), List.of(), List.of()),
                        "",
                        mail.content(),
                        Optional.of("Another copy of it came before.")));
    }

    /** Back to who wrote what did not arrive; of what no person wrote only the address is marked. */
    private void bounced(Understood mail, Mailbox mailbox, List<Customer> candidates)
            throws RouterAway, InterruptedException {
        Optional<Mail> ours = bounces.record(mail);
        Conversations.Found found =
                ours.map(Conversations.Found::with).orElseGet(() -> Conversations.Found.nothing(Optional.empty()));
        boolean forSomebody = ours.flatMap(Mail::author).isPresent() && Bounces.isFinal(mail);
        if (forSomebody) {
            toPeople(mail, mailbox, found, candidates);
            return;
        }
        String note = ours.isPresent() ? "Noted on the mail that it is about." : "It is about no mail of ours.";
        together(() -> settle(mail, Mail.State.RECORDED, found, Optional.empty(), Optional.of(note)));
    }

    private void toPeople(Understood mail, Mailbox mailbox, Conversations.Found found, List<Customer> candidates)
            throws RouterAway, InterruptedException {
        Optional<Customer> known = candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
        Route route = rules.route(mail, mailbox, known, found.joins().isPresent());
        if (route.dropped().isPresent()) {
            together(() -> {
                settle(mail, Mail.State.DROPPED, found, Optional.empty(), route.dropped());
                stores.decisions().keep(mail.mail().id(), route.decision());
            });
            return;
        }
        Lock one = oneAtATime(found.joins().orElse(mail.mail().id()));
        one.lock();
        try {
            route(mail, mailbox, found, route, known.or(() -> fresh(mail, candidates)));
        } finally {
            one.unlock();
        }
    }

    /** Two mails that go on with one conversation at the same time must not both find that nobody has it. */
    private Lock oneAtATime(UUID conversation) {
        return inConversation.get(Math.floorMod(conversation.hashCode(), CONVERSATION_LOCKS));
    }

    private void route(
            Understood mail, Mailbox mailbox, Conversations.Found found, Route route, Optional<Customer> customer)
            throws RouterAway, InterruptedException {
        // Not its own, which an attempt that was cut off has left there and the router may not know.
        Optional<UUID> earlier = found.joins().stream()
                .flatMap(thread -> stores.mails().interactionsOf(thread).stream())
                .filter(known -> !known.equals(mail.mail().id()))
                .findFirst();
        Optional<UUID> open = earlier.filter(this::isOpen);
        if (open.isPresent()) {
            // Somebody has it, or it waits: two agents on one conversation would answer twice.
            together(() -> {
                settle(mail, Mail.State.ROUTED, found, open, dropFollowUp(mail, found));
                stores.decisions().keep(mail.mail().id(), route.decision());
                stores.continuation().follow(open.get(), open.get(), mail.mail().at());
            });
            then.joined(mail, open.get());
            return;
        }
        UUID interaction = mail.mail().id();
        Optional<Customer> whose = customer.or(() -> ofConversation(mail, earlier));
        Optional<Case> service = stores.db().together(() -> {
            stores.decisions().keep(mail.mail().id(), route.decision());
            record(mail, mailbox, interaction, whose);
            settle(mail, Mail.State.STORED, found, Optional.of(interaction), dropFollowUp(mail, found));
            return caseOf(mail, route, interaction, earlier, whose);
        });
        submit(mail, route, interaction, wish(mail, route, whose, found));
        given.accept(interaction);
        // Whoever names a mail of ours knows that we are here. A robot that answers from ever new addresses would not
        // stop.
        boolean followUp = found.joins().isPresent() || found.names().isPresent();
        then.routed(mail, mailbox, route, followUp, service);
    }

    private void together(Runnable work) {
        stores.db().together(() -> {
            work.run();
            return true;
        });
    }

    private boolean isOpen(UUID interaction) {
        return stores.history()
                .contact(interaction)
                .map(Contact::state)
                .filter(state -> !ENDED.contains(state))
                .isPresent();
    }

    /** A person who is unknown gets a record of his own; machines get none, and of several the agent chooses. */
    private Optional<Customer> fresh(Understood mail, List<Customer> candidates) {
        boolean person = mail.meaning().kind() == MailKind.HUMAN
                && !mail.from().address().isEmpty()
                && !mail.doubted();
        return person && candidates.isEmpty()
                ? Optional.of(stores.customers()
                        .knownBy(
                                ContactPoint.email(mail.from().address()),
                                shownName(mail.from()),
                                mail.mail().at()))
                : Optional.empty();
    }

    private void record(Understood mail, Mailbox mailbox, UUID interaction, Optional<Customer> customer) {
        stores.history()
                .open(new NewContact(
                        interaction,
                        Channel.EMAIL.name(),
                        shownName(mail.from()),
                        false,
                        Optional.empty(),
                        Optional.of(mail.from().address()).filter(address -> !address.isEmpty()),
                        mailbox.address(),
                        customer.map(Customer::id),
                        mail.mail().at()));
    }

    /** The conversation's case; the one that the customer names; or a new one, for a person who begins something new. */
    private Optional<Case> caseOf(
            Understood mail, Route route, UUID interaction, Optional<UUID> earlier, Optional<Customer> customer) {
        Instant now = mail.mail().at();
        Optional<UUID> known = earlier.flatMap(before -> stores.continuation().follow(interaction, before, now))
                .or(() -> mail.doubted()
                        ? Optional.empty()
                        : stores.continuation().join(interaction, mail.subject(), now));
        boolean begins = known.isEmpty() && mail.meaning().kind() == MailKind.HUMAN;
        if (!begins || route.caseType().isEmpty()) {
            return known.flatMap(stores.cases()::known);
        }
        String subject = mail.subject().isBlank() ? mail.content().text().strip() : mail.subject();
        String shown = subject.isBlank() ? mail.from().address() : cut(subject);
        CaseDraft draft = CaseDraft.of(route.caseType().get(), shown, customer.map(Customer::id));
        return Optional.of(stores.cases().openFor(interaction, draft, now));
    }

    /** Whoever has written needs no reminder. A second try, after a crash or a router that was away, says what the first one did. */
    private Optional<String> dropFollowUp(Understood mail, Conversations.Found found) {
        boolean dropped = mail.meaning().kind() == MailKind.HUMAN
                && found.joins().filter(stores.followUps()::drop).isPresent();
        return dropped
                ? Optional.of("It came before the follow-up of this conversation, which is dropped.")
                : mail.mail().note();
    }

    /** What a machine says in a conversation, a bounce or a reminder, is about the customer of that conversation. */
    private Optional<Customer> ofConversation(Understood mail, Optional<UUID> earlier) {
        return mail.meaning().kind() == MailKind.HUMAN
                ? Optional.empty()
                : earlier.flatMap(stores.history()::contact)
                        .flatMap(Contact::customer)
                        .flatMap(named -> stores.customers().get(named.id()));
    }

    private Wish wish(Understood mail, Route route, Optional<Customer> customer, Conversations.Found found) {
        Wish wish = customer.map(known -> wishes.of(known, clock.instant())).orElse(Wish.NONE);
        Wish asRouted = wish.skills(route.skills())
                .tier(Math.max(wish.tier(), route.tier()))
                .headStart(wish.headStart().plus(route.headStart()));
        return found.joins()
                .filter(thread -> Reminder.is(mail.mail()))
                .flatMap(stores.followUps()::wanted)
                .or(() -> found.joins().flatMap(stores.mails()::lastAuthor))
                .map(agent -> wishes.backTo(asRouted, agent))
                .orElse(asRouted);
    }

    private void submit(Understood mail, Route route, UUID interaction, Wish wish)
            throws RouterAway, InterruptedException {
        Input arrived = new Input.Arrived(
                new InteractionId(interaction),
                Channel.EMAIL,
                new QueueId(route.queue()),
                mail.mail().at(),
                wish);
        try {
            router.submit(arrived).get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new RouterAway(away);
        }
    }

    private void settle(
            Understood mail,
            Mail.State state,
            Conversations.Found found,
            Optional<UUID> interaction,
            Optional<String> note) {
        conversations.hold(found);
        stores.mails()
                .settle(new Mails.Reading(
                        mail.mail().id(),
                        state,
                        found.joins().orElse(mail.mail().id()),
                        found.names(),
                        interaction,
                        mail.meaning().kind().name(),
                        mail.from(),
                        mail.recipients(),
                        mail.subject(),
                        mail.content(),
                        note));
    }

    private static String shownName(MailAddress from) {
        return from.name().isBlank() ? from.address() : from.name();
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= SUBJECT_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX));
    }
}
