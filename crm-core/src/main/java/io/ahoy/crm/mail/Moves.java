package io.ahoy.crm.mail;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.mail.MoveMapper.DraftRow;
import io.ahoy.crm.mail.MoveMapper.MoveRow;
import io.ahoy.crm.mail.MoveMapper.StandingRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/**
 * Puts mails into other conversations, and back. Everything locks the mails and drafts of both conversations first, so that whatever
 * comes, is sent or is moved at the same moment comes before or after it, and every mail stands in one conversation.
 */
public final class Moves {
    private static final int OTHERS_MAX = 50;

    private final Db db;

    public Moves(Db db) {
        this.db = db;
    }

    /**
     * What an agent wants to split.
     *
     * @param held the interaction that he is on
     * @param mail with which the new conversation begins
     * @param later with all that came or went after it
     * @param fresh the interaction and the conversation that they become
     */
    public record Split(UUID held, UUID thread, UUID mail, boolean later, UUID fresh, UUID agent, Instant at) {}

    /**
     * With the automatic replies to the mail. Part of a larger transaction.
     *
     * @throws Refusal it stands elsewhere, is none that came in, or leaves nothing behind
     */
    public Move split(Split wish) {
        return db.call(session -> {
            MoveMapper mapper = mapper(session);
            mapper.lockDrafts(wish.thread(), wish.thread());
            List<StandingRow> all = locked(mapper, wish.thread(), wish.thread());
            StandingRow chosen = all.stream()
                    .filter(mail -> mail.id().equals(wish.mail()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Conflict(
                            "This mail stands in another conversation by now. Look at the conversation again."));
            if (!chosen.direction().equals("IN")) {
                throw new Refusal.Invalid("mail", "Only a mail that came in begins a conversation of its own.");
            }
            Set<UUID> replies = new HashSet<>(mapper.repliesTo(chosen.id()));
            List<StandingRow> later = all.subList(all.indexOf(chosen) + 1, all.size());
            List<StandingRow> gone = all.stream()
                    .filter(mail -> mail.equals(chosen)
                            || replies.contains(mail.id())
                            || (wish.later() && later.contains(mail)))
                    .toList();
            if (all.stream().allMatch(mail -> gone.contains(mail) || !mail.isShown())) {
                throw new Refusal.Conflict("Nothing else would be left here: this conversation begins with that mail.");
            }
            if (gone.stream().anyMatch(mail -> isComing(mail, wish.held()))) {
                throw new Refusal.Conflict("A mail comes into that conversation right now. Try again in a moment.");
            }
            gone.forEach(mail -> mapper.put(mail.id(), wish.fresh(), interactionOf(mail, chosen, wish)));
            mapper.place(wish.held(), wish.thread());
            chosen.interaction().ifPresent(earlier -> mapper.place(earlier, wish.thread()));
            mapper.place(wish.fresh(), wish.fresh());
            return new Move(
                    UuidV7.next(wish.at()),
                    Move.Kind.SPLIT,
                    wish.thread(),
                    wish.fresh(),
                    Optional.of(wish.mail()),
                    wish.fresh(),
                    wish.agent(),
                    wish.at(),
                    mapper.size(wish.fresh()),
                    Move.Before.NOTHING,
                    standings(gone),
                    Optional.empty());
        });
    }

    /** It has an interaction of its own that the router may not know yet. */
    private static boolean isComing(StandingRow mail, UUID held) {
        return mail.state().equals("STORED") && !mail.interaction().equals(Optional.of(held));
    }

    /** What was dealt with in an interaction that has ended stays in its figures. */
    private static Optional<UUID> interactionOf(StandingRow mail, StandingRow chosen, Split wish) {
        boolean open = mail.equals(chosen) || mail.interaction().equals(Optional.of(wish.held()));
        return open ? Optional.of(wish.fresh()) : mail.interaction();
    }

    /**
     * What an agent wants to join.
     *
     * @param held the interaction that he is on
     * @param into its conversation
     * @param other the conversation that becomes part of it
     * @param waiting the other one's interaction, where it has not ended
     */
    public record Join(UUID held, UUID into, UUID other, Optional<UUID> waiting, UUID agent, Instant at) {}

    /**
     * With drafts and follow-ups, of which the earlier one stays. Part of a larger transaction.
     *
     * @throws Refusal one of them is no conversation any more, somebody writes in both, or a mail comes in this moment
     */
    public Move join(Join wish) {
        return db.call(session -> {
            MoveMapper mapper = mapper(session);
            List<DraftRow> drafts = mapper.lockDrafts(wish.into(), wish.other());
            List<StandingRow> gone = locked(mapper, wish.into(), wish.other()).stream()
                    .filter(mail -> mail.thread().equals(wish.other()))
                    .toList();
            if (gone.isEmpty() || mapper.size(wish.into()) == 0) {
                throw new Refusal.Conflict(
                        "One of the two was joined with another conversation meanwhile. Look at the list again.");
            }
            if (gone.stream().anyMatch(mail -> mail.state().equals("STORED"))) {
                throw new Refusal.Conflict("A mail comes into that conversation right now. Try again in a moment.");
            }
            requireOneDraftEach(drafts);
            List<UUID> moved = drafts.stream()
                    .filter(draft -> draft.thread().equals(wish.other()))
                    .map(DraftRow::id)
                    .toList();
            List<UUID> placed = mapper.placed(wish.other());
            List<FollowUp> followUps = mapper.followUps(wish.into(), wish.other());
            gone.forEach(mail -> mapper.put(
                    mail.id(),
                    wish.into(),
                    isOf(mail, wish.waiting()) ? Optional.of(wish.held()) : mail.interaction()));
            moved.forEach(draft -> mapper.moveDraft(draft, wish.into(), Optional.of(wish.held())));
            Stream.concat(placed.stream(), wish.waiting().stream()).forEach(one -> mapper.place(one, wish.into()));
            mapper.moveLinks(wish.other(), wish.into());
            keepEarlier(session, followUps, wish);
            Move.Before before = new Move.Before(
                    moved, placed, followUps, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            return new Move(
                    UuidV7.next(wish.at()),
                    Move.Kind.JOIN,
                    wish.other(),
                    wish.into(),
                    Optional.empty(),
                    wish.held(),
                    wish.agent(),
                    wish.at(),
                    mapper.size(wish.into()),
                    before,
                    standings(gone),
                    Optional.empty());
        });
    }

    private static boolean isOf(StandingRow mail, Optional<UUID> interaction) {
        return interaction.isPresent() && mail.interaction().equals(interaction);
    }

    private static void requireOneDraftEach(List<DraftRow> drafts) {
        Set<UUID> authors = new HashSet<>();
        if (!drafts.stream().map(DraftRow::author).allMatch(authors::add)) {
            throw new Refusal.Conflict(
                    "Somebody is writing an answer in both conversations. One of the two is to be sent or discarded first.");
        }
    }

    private static void keepEarlier(SqlSession session, List<FollowUp> followUps, Join wish) {
        mapper(session).dropFollowUp(wish.other());
        earlier(followUps)
                .ifPresent(first ->
                        session.getMapper(FollowUps.FollowUpMapper.class).set(in(first, wish.into())));
    }

    private static Optional<FollowUp> earlier(List<FollowUp> followUps) {
        return followUps.stream().min(Comparator.comparing(FollowUp::dueAt));
    }

    private static FollowUp in(FollowUp followUp, UUID thread) {
        return new FollowUp(thread, followUp.agent(), followUp.dueAt(), followUp.note());
    }

    /** Remembers it, in the transaction that has done it. */
    public void keep(Move move) {
        db.run(session -> {
            mapper(session)
                    .insert(
                            move,
                            RecordJson.write(move.before()),
                            move.before().routing().isEmpty());
            move.mails().forEach(was -> mapper(session).insertMoved(move.id(), was));
        });
    }

    /**
     * Everything is where it was, but for what came in the conversation of an interaction that has ended: it waits in the fresh one. Part
     * of a larger transaction.
     *
     * @param fresh takes the place of the interaction that a join has ended
     * @param told what the router is to be told
     * @throws Refusal it is undone already, or something was added since
     */
    public Undone undo(UUID id, Optional<UUID> fresh, Optional<Move.Routing> told, Instant now) {
        return db.call(session -> {
            MoveMapper mapper = mapper(session);
            Move move = mapper.lock(id)
                    .map(row -> whole(mapper, row))
                    .filter(one -> one.undoneAt().isEmpty())
                    .orElseThrow(() -> new Refusal.Conflict("This was undone already."));
            mapper.lockDrafts(move.from(), move.to());
            locked(mapper, move.from(), move.to());
            if (!isUntouched(mapper, move)) {
                throw new Refusal.Conflict("Something was added since, so that it is not undone any more.");
            }
            List<Move.Standing> stood = mapper.standing(move.to());
            Optional<UUID> ended = move.before().routing().map(Move.Routing::interaction);
            move.mails().forEach(was -> {
                boolean over = move.kind() == Move.Kind.JOIN
                        && ended.isPresent()
                        && was.interaction().equals(ended);
                mapper.put(was.mail(), move.from(), over ? fresh.or(was::interaction) : was.interaction());
            });
            move.before().drafts().forEach(draft -> mapper.moveDraft(draft, move.from(), Optional.empty()));
            Set<UUID> back = new LinkedHashSet<>(move.before().interactions());
            ended.ifPresent(back::add);
            fresh.ifPresent(back::add);
            back.forEach(one -> mapper.place(one, move.from()));
            if (move.kind() == Move.Kind.JOIN) {
                restoreFollowUps(session, move);
            }
            Move.Before before = move.before().withRouting(told);
            mapper.undone(id, now, RecordJson.write(before), told.isEmpty());
            return new Undone(move, move.with(before), stood);
        });
    }

    /**
     * @param was as it was done
     * @param now what the router is to be told of it
     * @param stood the mails of the conversation that they left again
     */
    public record Undone(Move was, Move now, List<Move.Standing> stood) {}

    /**
     * A split that was undone stands again. Part of a larger transaction.
     *
     * @param before what else was before it; asked for once the mails stand there again
     * @return false: one of its mails is elsewhere by now, and nothing changes
     */
    public boolean redo(Undone undone, Supplier<Move.Before> before) {
        return db.call(session -> {
            MoveMapper mapper = mapper(session);
            Move move = undone.was();
            mapper.lockDrafts(move.from(), move.to());
            Set<UUID> there = locked(mapper, move.from(), move.to()).stream()
                    .filter(mail -> mail.thread().equals(move.from()))
                    .map(StandingRow::id)
                    .collect(Collectors.toSet());
            if (!undone.stood().stream().map(Move.Standing::mail).allMatch(there::contains)) {
                return false;
            }
            undone.stood().forEach(was -> mapper.put(was.mail(), move.to(), was.interaction()));
            mapper.place(move.interaction(), move.to());
            mapper.redone(move.id(), RecordJson.write(before.get()));
            return true;
        });
    }

    /** Unless somebody chose another time since: that one stays where he did so. */
    private static void restoreFollowUps(SqlSession session, Move move) {
        List<FollowUp> before = move.before().followUps();
        FollowUps.FollowUpMapper followUps = session.getMapper(FollowUps.FollowUpMapper.class);
        boolean asLeft = followUps.of(move.to()).equals(earlier(before).map(first -> in(first, move.to())));
        if (asLeft) {
            mapper(session).dropFollowUp(move.to());
        }
        before.stream()
                .filter(one -> asLeft || one.thread().equals(move.from()))
                .forEach(followUps::set);
    }

    /** Nothing came, went or was begun in the conversation since. */
    public boolean isUntouched(Move move) {
        return db.call(session -> isUntouched(mapper(session), move));
    }

    private static boolean isUntouched(MoveMapper mapper, Move move) {
        boolean begun = move.kind() == Move.Kind.SPLIT && mapper.drafts(move.to()) > 0;
        Set<UUID> there =
                mapper.standing(move.to()).stream().map(Move.Standing::mail).collect(Collectors.toSet());
        Set<UUID> moved = move.mails().stream().map(Move.Standing::mail).collect(Collectors.toSet());
        boolean asLeft = move.kind() == Move.Kind.SPLIT
                ? there.equals(moved)
                : there.size() == move.size() && there.containsAll(moved);
        return !begun && asLeft;
    }

    public Optional<Move> get(UUID id) {
        return db.call(session -> mapper(session).lock(id).map(row -> whole(mapper(session), row)));
    }

    /** Those that have not been undone, in their order. */
    public List<Move> ofThread(UUID thread) {
        return db.call(session -> mapper(session).ofThread(thread).stream()
                .map(row -> whole(mapper(session), row))
                .toList());
    }

    /** Those of which the router was not told before Ahoy ended. */
    public List<Move> unrouted() {
        return db.call(session -> mapper(session).unrouted().stream()
                .map(row -> whole(mapper(session), row))
                .toList());
    }

    /**
     * What the router was to withdraw stays with whoever has it by now: he is in the conversation in which its mails stand, and what was
     * joined counts as his. Of a move as it was read.
     */
    public void stays(Move move) {
        db.run(session -> {
            MoveMapper mapper = mapper(session);
            Move.Before before = move.before().staying();
            boolean asRead = mapper.stays(move.id(), RecordJson.write(before), move.undoneAt()) == 1;
            if (asRead && move.undoneAt().isEmpty()) {
                Optional<UUID> taken = move.before().routing().map(Move.Routing::interaction);
                move.mails().stream()
                        .filter(was -> was.interaction().equals(taken))
                        .forEach(was -> mapper.giveBack(was, move.to(), move.interaction()));
            }
        });
    }

    /** Of a move as it was read: what was undone since has to be told anew. */
    public void routed(Move move) {
        db.run(session -> mapper(session).routed(move.id(), move.undoneAt()));
    }

    /** A conversation of a customer, by what it was called last. */
    public record Other(UUID thread, String subject, Instant lastAt, int mails) {}

    /** The newest ones first. */
    public List<Other> others(UUID customer, UUID except) {
        return db.call(session -> mapper(session).others(customer, except, OTHERS_MAX).stream()
                .map(row -> new Other(
                        row.thread(), mapper(session).subject(row.thread()).orElse(""), row.lastAt(), row.mails()))
                .toList());
    }

    private static Move whole(MoveMapper mapper, MoveRow row) {
        return row.with(mapper.moved(row.id()));
    }

    /** Who was about to add one has done so when the first look ends, perhaps where it had looked already; nobody else can by then. */
    private static List<StandingRow> locked(MoveMapper mapper, UUID one, UUID other) {
        mapper.lockMails(one, other);
        return mapper.lockMails(one, other);
    }

    private static List<Move.Standing> standings(List<StandingRow> mails) {
        return mails.stream()
                .map(mail -> new Move.Standing(mail.id(), mail.interaction()))
                .toList();
    }

    private static MoveMapper mapper(SqlSession session) {
        return session.getMapper(MoveMapper.class);
    }
}
