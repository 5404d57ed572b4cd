package io.ahoy.router.channel.email.regroup;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Splits conversations and joins them: first the rows in one transaction, then the router, which is told again after a crash. */
public final class Regrouping {
    private static final Set<String> ENDED = Set.of(InteractionState.CLOSED.name(), InteractionState.WRAP_UP.name());

    private final Db db;
    private final Mails mails;
    private final Moves moves;
    private final Decisions decisions;
    private final History history;
    private final MovedCases cases;
    private final Map<String, Mailbox> mailboxes;
    private final Tellings tellings;
    private final Consumer<UUID> changed;

    /** @param changed told of each interaction whose conversation is another one now */
    public Regrouping(Db db, Map<String, Mailbox> mailboxes, Tellings tellings, Consumer<UUID> changed) {
        this.db = db;
        this.mails = new Mails(db);
        this.moves = new Moves(db);
        this.decisions = new Decisions(db);
        this.history = new History(db);
        this.cases = new MovedCases(db);
        this.mailboxes = Map.copyOf(mailboxes);
        this.tellings = tellings;
        this.changed = changed;
    }

    /**
     * A mail begins a conversation of its own, which waits in the queue that it was taken from, where it would stand had it come there
     * by itself.
     *
     * @param later with all that came or went after it
     * @param mine it is offered to who splits it first
     * @throws Refusal why not
     */
    public Move split(UUID held, UUID mail, boolean later, boolean mine, Actor actor) throws InterruptedException {
        Move done = db.together(() -> {
            Contact contact = contact(held);
            UUID thread = thread(held);
            Mail chosen = mails.get(mail)
                    .filter(found -> found.thread().equals(thread))
                    .orElseThrow(() -> new Refusal.Unknown("There is no such mail in this conversation."));
            UUID fresh = UuidV7.next(actor.now());
            Optional<UUID> customer = contact.customer().map(Contact.Named::id);
            history.open(opened(fresh, chosen, contact));
            Move move = moves.split(new Moves.Split(held, thread, mail, later, fresh, actor.agent(), actor.now()));
            Move.Routing routing = Move.Routing.arrives(
                    fresh, queue(contact, chosen), chosen.at(), mine ? Optional.of(actor.agent()) : Optional.empty());
            Move.Before before = move.before().withRouting(Optional.of(routing));
            Move whole = move.with(cases.split(before, held, fresh, chosen, caseType(chosen), customer, actor));
            moves.keep(whole);
            audit("SPLIT", held, actor);
            return whole;
        });
        tellings.tell(done);
        changed.accept(held);
        return done;
    }

    /**
     * A conversation becomes part of the one that an agent is on.
     *
     * @param holder who has the other one, if anybody: only who joins it
     * @throws Refusal why not
     */
    public Move join(UUID held, UUID other, Optional<UUID> holder, Actor actor) throws InterruptedException {
        Move done = db.together(() -> {
            UUID into = thread(held);
            UUID from = thread(other);
            if (into.equals(from)) {
                throw new Refusal.Conflict("That is this conversation already.");
            }
            Optional<Contact> open = open(from);
            Move move = moves.join(new Moves.Join(held, into, from, open.map(Contact::id), actor.agent(), actor.now()));
            Optional<Move.Routing> routing = open.map(contact -> Move.Routing.arrives(
                            contact.id(),
                            queue(
                                    contact,
                                    mails.get(move.mails().getLast().mail()).orElseThrow()),
                            contact.arrivedAt(),
                            Optional.empty())
                    .withdrawn(holder));
            Move whole = move.with(cases.join(move.before().withRouting(routing), held, other, actor));
            moves.keep(whole);
            audit("JOINED", held, actor);
            return whole;
        });
        if (!tellings.tell(done)) {
            if (isPutBack(done, actor)) {
                throw new Refusal.Conflict("Somebody takes that conversation right now. Look at the list again.");
            }
            tellings.stays(done);
        }
        changed.accept(held);
        // Whoever reads the other one is in this one now.
        changed.accept(other);
        return done;
    }

    /** @return false: something was added within the moment, so that it stays joined, and both see each other in it */
    private boolean isPutBack(Move done, Actor actor) {
        try {
            undo(done, actor, Optional.empty());
            return true;
        } catch (Refusal.Conflict added) {
            return false;
        }
    }

    /**
     * As it was before, as long as nothing came to it since.
     *
     * @param seen the conversation in which the agent asks for it
     * @throws Refusal why not
     */
    public void undo(UUID move, UUID seen, Actor actor) throws InterruptedException {
        Move done = moves.get(move)
                .filter(one -> one.to().equals(seen)
                        || (one.kind() == Move.Kind.SPLIT && one.from().equals(seen)))
                .orElseThrow(() -> new Refusal.Unknown("There is nothing to undo."));
        if (done.kind() == Move.Kind.SPLIT && open(done.from()).isEmpty()) {
            throw new Refusal.Conflict(
                    "The conversation that it was split from has ended. Answer it here, or join another one with it.");
        }
        Moves.Undone undone = undo(done, actor, fresh(done, actor));
        boolean fitted = tellings.tell(undone.now());
        boolean stands = !fitted && isSplitAgain(undone, actor);
        if (!fitted && !stands) {
            tellings.stays(undone.now());
        }
        changed.accept(done.interaction());
        mails.interactionOf(done.from()).ifPresent(changed);
        if (stands) {
            throw new Refusal.Conflict("Somebody has taken that conversation meanwhile, so that it stays split."
                    + " Ask for it to be transferred or ended first.");
        }
    }

    /** @return false: its mails were moved within the moment; who has it is in the conversation that they came from, and is seen there */
    private boolean isSplitAgain(Moves.Undone undone, Actor actor) {
        return db.together(() -> {
            Move was = undone.was();
            Mail chosen = mails.get(was.mail().orElseThrow()).orElseThrow();
            UUID held = mails.interactionOf(was.from()).orElseThrow();
            Optional<UUID> customer = contact(held).customer().map(Contact.Named::id);
            boolean stands = moves.redo(
                    undone,
                    () -> cases.splitAgain(
                            was.before(), held, was.interaction(), chosen, caseType(chosen), customer, actor));
            if (stands) {
                audit("SPLIT", held, actor);
            }
            return stands;
        });
    }

    /** What waited when it was joined waits again, as another interaction: the router knows each one once. */
    private static Optional<UUID> fresh(Move move, Actor actor) {
        return move.before()
                .routing()
                .filter(ended -> move.kind() == Move.Kind.JOIN)
                .map(ended -> UuidV7.next(actor.now()));
    }

    private Moves.Undone undo(Move move, Actor actor, Optional<UUID> fresh) {
        return db.together(() -> {
            Optional<Move.Routing> told = switch (move.kind()) {
                case SPLIT -> move.before().routing().map(one -> one.withdrawn(Optional.of(actor.agent())));
                case JOIN -> again(move, fresh);
            };
            Moves.Undone undone = moves.undo(move.id(), fresh, told, actor.now());
            cases.undo(move, fresh, actor);
            audit("UNDONE", move.interaction(), actor);
            return undone;
        });
    }

    private Optional<Move.Routing> again(Move move, Optional<UUID> fresh) {
        return fresh.flatMap(interaction -> move.before().routing().map(ended -> {
            Mail last = move.mails().stream()
                    .filter(was -> was.interaction().equals(Optional.of(ended.interaction())))
                    .flatMap(was -> mails.get(was.mail()).stream())
                    .filter(Mail::isIncoming)
                    .reduce((one, later) -> later)
                    .orElseGet(() -> mails.get(move.mails().getLast().mail()).orElseThrow());
            history.open(opened(interaction, last, contact(ended.interaction())));
            return Move.Routing.arrives(interaction, ended.queue(), ended.arrivedAt(), Optional.empty());
        }));
    }

    /** What of a conversation has not ended. */
    private Optional<Contact> open(UUID thread) {
        return mails.interactionOf(thread)
                .flatMap(history::contact)
                .filter(contact -> !ENDED.contains(contact.state()));
    }

    private static NewContact opened(UUID interaction, Mail mail, Contact like) {
        return new NewContact(
                interaction,
                Channel.EMAIL.name(),
                mail.from().name().isBlank()
                        ? mail.from().address()
                        : mail.from().name(),
                false,
                Optional.empty(),
                Optional.of(mail.from().address()).filter(address -> !address.isEmpty()),
                like.to(),
                like.customer().map(Contact.Named::id),
                mail.at());
    }

    /** That it waited in last. */
    private String queue(Contact contact, Mail mail) {
        return contact.segments().reversed().stream()
                .map(Contact.Segment::queue)
                .findFirst()
                .or(() -> decisions.of(mail.id()).map(Decision::queue))
                .or(() -> Optional.ofNullable(mailboxes.get(mail.mailbox())).map(Mailbox::queue))
                .orElse("");
    }

    private Optional<String> caseType(Mail mail) {
        return decisions
                .of(mail.id())
                .flatMap(Decision::caseType)
                .or(() -> Optional.ofNullable(mailboxes.get(mail.mailbox())).flatMap(Mailbox::caseType));
    }

    private Contact contact(UUID interaction) {
        return history.contact(interaction).orElseThrow(() -> new Refusal.Unknown("There is no such interaction."));
    }

    private UUID thread(UUID interaction) {
        return mails.threadOf(interaction).orElseThrow(() -> new Refusal.Unknown("This interaction is about no mail."));
    }

    private void audit(String action, UUID interaction, Actor actor) {
        db.run(session -> Audit.did(session, actor, action, Subject.HISTORY, interaction));
    }
}
