package io.ahoy.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens at the same moment, a mail stands in one conversation, and none is left in one that is gone. */
@ExtendWith(TestDatabase.class)
class MovesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final MailAddress CENTRE = MailAddress.of("support@shop.example");
    private static final Recipients RUTH = Recipients.to(MailAddress.of("ruth@mail.example"));
    private static final int ROUNDS = 15;

    private final Db db;
    private final Mails mails;
    private final Moves moves;
    private final Drafts drafts;
    private final FollowUps followUps;
    private final UUID anna = UuidV7.next(NOW);
    private final UUID bo = UuidV7.next(NOW);

    MovesTest(Db db) {
        this.db = db;
        this.mails = new Mails(db);
        this.moves = new Moves(db);
        this.drafts = new Drafts(db);
        this.followUps = new FollowUps(db);
    }

    @Test
    void twoWhoSplitTheSameMailDoSoOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID first = came(Optional.empty());
            UUID second = came(Optional.of(first));
            List<Optional<Move>> done = atOnce(() -> split(first, first, second), () -> split(first, first, second));
            List<Move> winners = done.stream().flatMap(Optional::stream).toList();
            assertThat(winners).hasSize(1);
            assertThat(mails.get(second).orElseThrow().thread())
                    .isEqualTo(winners.getFirst().to());
            assertThat(mails.threadOf(first)).contains(first);
        }
    }

    @Test
    void whatComesWhileItsConversationIsJoinedIsJoinedWithIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID into = came(Optional.empty());
            UUID other = came(Optional.empty());
            UUID late = stored();
            atOnce(() -> join(into, into, other), () -> {
                while (!settledWith(other, late)) {
                    Thread.onSpinWait();
                }
                return late;
            });
            assertThat(mails.thread(other)).isEmpty();
            assertThat(mails.thread(into)).extracting(Mail::id).containsExactlyInAnyOrder(into, other, late);
        }
    }

    @Test
    void twoThatAreJoinedWithEachOtherBecomeOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID one = came(Optional.empty());
            UUID two = came(Optional.empty());
            List<Optional<Move>> done = atOnce(() -> join(one, one, two), () -> join(two, two, one));
            assertThat(done.stream().flatMap(Optional::stream)).hasSize(1);
            UUID whole = mails.get(one).orElseThrow().thread();
            assertThat(mails.thread(whole)).extracting(Mail::id).containsExactlyInAnyOrder(one, two);
        }
    }

    @Test
    void anAnswerThatIsSentMeanwhileIsNotLeftBehind() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID into = came(Optional.empty());
            UUID other = came(Optional.empty());
            Draft draft = drafts.keep(other, Optional.of(other), Optional.of(other), anna, text(), 0, NOW);
            atOnce(() -> join(into, into, other), () -> drafts.send(draft, draft.version(), false, answer(other)));
            assertThat(mails.thread(other)).isEmpty();
            boolean sent = drafts.get(draft.id()).isEmpty();
            assertThat(mails.thread(into)).hasSize(sent ? 3 : 2);
            assertThat(drafts.ofThread(into)).hasSize(sent ? 0 : 1);
        }
    }

    @Test
    void anAutomaticReplyThatIsSentMeanwhileIsNotLeftBehind() throws Exception {
        Replies replies = new Replies(db);
        for (int round = 0; round < ROUNDS; round++) {
            UUID into = came(Optional.empty());
            UUID other = came(Optional.empty());
            Outgoing reply = answer(other);
            Replies.Thought thought = new Replies.Thought(
                    other, "ACKNOWLEDGEMENT", "support", Optional.empty(), NOW, "SENT", "", Optional.of(reply.id()));
            atOnce(() -> join(into, into, other), () -> replies.sent(thought, reply));
            assertThat(mails.thread(other)).isEmpty();
            assertThat(mails.thread(into)).hasSize(3);
        }
    }

    @Test
    void draftsAndFollowUpsGoAlong_andComeBack() {
        UUID into = came(Optional.empty());
        UUID other = came(Optional.empty());
        Draft draft = drafts.keep(other, Optional.of(other), Optional.of(other), anna, text(), 0, NOW);
        FollowUp late = new FollowUp(into, anna, NOW.plus(Duration.ofDays(3)), "late");
        FollowUp soon = new FollowUp(other, bo, NOW.plus(Duration.ofDays(1)), "soon");
        followUps.set(late);
        followUps.set(soon);
        Move move = join(into, into, other);
        assertThat(drafts.get(draft.id()).orElseThrow().thread()).contains(into);
        assertThat(followUps.of(into).orElseThrow().note()).isEqualTo("soon");
        assertThat(followUps.of(other)).isEmpty();
        moves.undo(move.id(), Optional.empty(), Optional.empty(), NOW);
        assertThat(drafts.get(draft.id()).orElseThrow().thread()).contains(other);
        assertThat(followUps.of(into)).contains(late);
        assertThat(followUps.of(other)).contains(soon);
        assertThat(mails.thread(other)).extracting(Mail::id).containsExactly(other);
        assertThat(mails.get(other).orElseThrow().interaction()).contains(other);
        assertThatThrownBy(() -> moves.undo(move.id(), Optional.empty(), Optional.empty(), NOW))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aSplitThatWasUndoneStandsAgain_unlessItsMailsAreElsewhereByThen() {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        Move move = split(first, first, second);
        Moves.Undone undone = moves.undo(move.id(), Optional.empty(), Optional.empty(), NOW);
        assertThat(moves.redo(undone, move::before)).isTrue();
        assertThat(mails.thread(move.to())).extracting(Mail::id).containsExactly(second);
        assertThat(mails.get(second).orElseThrow().interaction()).contains(move.interaction());
        assertThat(mails.threadOf(move.interaction())).contains(move.to());
        assertThat(moves.ofThread(first)).extracting(Move::id).containsExactly(move.id());

        Moves.Undone again = moves.undo(move.id(), Optional.empty(), Optional.empty(), NOW);
        UUID into = came(Optional.empty());
        join(into, into, first);
        assertThat(moves.redo(again, move::before)).isFalse();
        assertThat(mails.thread(into)).extracting(Mail::id).containsExactlyInAnyOrder(into, first, second);
    }

    @Test
    void whoWritesInBothSendsOneOfThemFirst() {
        UUID into = came(Optional.empty());
        UUID other = came(Optional.empty());
        drafts.keep(into, Optional.of(into), Optional.of(into), anna, text(), 0, NOW);
        drafts.keep(other, Optional.of(other), Optional.of(other), anna, text(), 0, NOW);
        assertThatThrownBy(() -> join(into, into, other))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("both conversations");
    }

    @Test
    void aMoveIsForgottenWithTheFirstOfItsMails() {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        Move move = split(first, first, second);
        assertThat(moves.ofThread(first)).extracting(Move::id).containsExactly(move.id());
        Instant later = mails.get(second).orElseThrow().at().plusMillis(1);
        db.run(session ->
                assertThat(ForgottenMails.before(session, later, 10_000)).isPositive());
        assertThat(mails.get(second)).isEmpty();
        assertThat(moves.ofThread(first)).isEmpty();
        assertThat(moves.get(move.id())).isEmpty();
    }

    /** On the conversation of an interaction. */
    private Move split(UUID held, UUID thread, UUID mail) {
        return db.together(() -> {
            Move move = moves.split(new Moves.Split(held, thread, mail, false, UuidV7.next(NOW), anna, NOW));
            moves.keep(move);
            return move;
        });
    }

    private Move join(UUID held, UUID into, UUID other) {
        return db.together(() -> {
            Move move = moves.join(new Moves.Join(held, into, other, Optional.empty(), anna, NOW));
            moves.keep(move);
            return move;
        });
    }

    /** As mails arrive: it is where the mail is that it answers, and stays there until it has settled. */
    private boolean settledWith(UUID answered, UUID mail) {
        UUID thread = mails.get(answered).orElseThrow().thread();
        return db.together(() -> {
            boolean there = mails.heldIn(answered).equals(Optional.of(thread));
            if (there) {
                settle(mail, thread);
            }
            return there;
        });
    }

    /** What each came to; nothing where it was refused. */
    private <T> List<Optional<T>> atOnce(Callable<? extends T> one, Callable<? extends T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Optional<T>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> both = new ArrayList<>();
            for (Callable<? extends T> work : List.<Callable<? extends T>>of(one, other)) {
                both.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<T> each : both) {
                try {
                    results.add(Optional.of(each.get()));
                } catch (ExecutionException failed) {
                    assertThat(failed.getCause()).isInstanceOf(Refusal.class);
                    results.add(Optional.empty());
                }
            }
        }
        return results;
    }

    /** @param answered whose conversation it goes on with; else it begins one, and an interaction */
    private UUID came(Optional<UUID> answered) {
        UUID id = stored();
        settle(id, answered.orElse(id));
        return id;
    }

    private UUID stored() {
        UUID id = UuidV7.next(NOW);
        mails.store(List.of(new Mails.Arrival(
                new Received(id, "support", "0".repeat(64), 1, Optional.of(id + "@mail.example"), id.toString(), NOW),
                new Place.Ours())));
        return id;
    }

    private void settle(UUID id, UUID thread) {
        mails.settle(new Mails.Reading(
                id,
                Mail.State.ROUTED,
                thread,
                Optional.empty(),
                Optional.of(thread),
                "HUMAN",
                MailAddress.of("ruth@mail.example"),
                Recipients.to(CENTRE),
                "Parcel",
                MailContent.text("Where is it?"),
                Optional.empty()));
    }

    private static Draft.Content text() {
        return new Draft.Content(
                "support", RUTH.to(), List.of(), "Re: Parcel", "Soon", Optional.empty(), List.of(), Optional.empty());
    }

    private Outgoing answer(UUID thread) {
        UUID id = UuidV7.next(NOW);
        return new Outgoing(
                id,
                "support",
                "0".repeat(64),
                1,
                id + "@shop.example",
                Optional.of(thread),
                Optional.empty(),
                Optional.of(anna),
                "ANSWER",
                CENTRE,
                RUTH,
                "Re: Parcel",
                MailContent.text("Soon"),
                CENTRE.address(),
                false,
                NOW,
                NOW);
    }
}
