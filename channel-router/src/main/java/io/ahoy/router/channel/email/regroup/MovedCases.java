package io.ahoy.router.channel.email.regroup;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseDraft;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.CaseMerges;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.casework.MergedCase;
import io.ahoy.crm.customer.Named;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.router.channel.email.meaning.MailKind;
import java.util.Optional;
import java.util.UUID;

/** What becomes of the cases of conversations that are split or joined. Part of the transaction that does it. */
final class MovedCases {
    private static final int SUBJECT_MAX = 200;

    private final CaseLinks links;
    private final CaseMerges merges;
    private final Continuation continuation;

    MovedCases(Db db) {
        this.links = new CaseLinks(db);
        this.merges = new CaseMerges(db);
        this.continuation = new Continuation(db);
    }

    /**
     * What is another matter gets a case of its own, as it would have when it came.
     *
     * @param type of the cases that such mails open; absent: they open none
     */
    Move.Before split(
            Move.Before before,
            UUID held,
            UUID fresh,
            Mail mail,
            Optional<String> type,
            Optional<UUID> customer,
            Actor actor) {
        if (type.isEmpty() || !mail.kind().equals(MailKind.HUMAN.name())) {
            return before;
        }
        Optional<Case> present = links.caseOf(held, actor);
        String subject = cut(mail.subject().isBlank() ? mail.from().address() : mail.subject());
        CaseDraft draft = CaseDraft.of(
                type.get(),
                subject,
                customer.or(() -> present.flatMap(Case::customer).map(Named::id)));
        Case made = merges.splitOff(fresh, present.map(Case::id), draft, actor);
        return before.withOpened(Optional.of(made.id()));
    }

    /** The case that a split had opened was taken away with it, and another one takes its place; where it was kept it stays. */
    Move.Before splitAgain(
            Move.Before before,
            UUID held,
            UUID fresh,
            Mail mail,
            Optional<String> type,
            Optional<UUID> customer,
            Actor actor) {
        boolean gone = before.opened().isPresent() && links.caseOf(fresh, actor).isEmpty();
        return gone ? split(before, held, fresh, mail, type, customer, actor) : before;
    }

    /** One case goes on: that of the conversation which the other one becomes part of, or else the other one's. */
    Move.Before join(Move.Before before, UUID held, UUID other, Actor actor) {
        Optional<Case> ours = links.caseOf(held, actor);
        Optional<Case> theirs =
                links.caseOf(other, actor).filter(one -> !ours.map(Case::id).equals(Optional.of(one.id())));
        if (theirs.isEmpty()) {
            return before;
        }
        if (ours.isEmpty()) {
            return isClosed(theirs.get()) ? before : attached(before, held, theirs.get(), actor);
        }
        if (isClosed(ours.get()) || isClosed(theirs.get())) {
            // A closed case goes on in no other one.
            links.relate(ours.get().id(), theirs.get().id(), actor);
            return before;
        }
        MergedCase merged = merges.merge(theirs.get().id(), ours.get().id(), actor);
        return before.withCases(Optional.of(merged), Optional.empty());
    }

    private Move.Before attached(Move.Before before, UUID held, Case theirs, Actor actor) {
        links.attach(held, Optional.of(theirs.id()), actor);
        return before.withCases(Optional.empty(), Optional.of(theirs.id()));
    }

    /** @param again in place of the interaction that was ended: it belongs to the case that this one belonged to */
    void undo(Move move, Optional<UUID> again, Actor actor) {
        Move.Before before = move.before();
        before.opened().ifPresent(made -> merges.undoSplitOff(made, move.interaction(), actor));
        before.merged().ifPresent(merged -> merges.undo(merged, actor));
        before.attached()
                .filter(since ->
                        links.caseOf(move.interaction(), actor).map(Case::id).equals(Optional.of(since)))
                .ifPresent(since -> links.attach(move.interaction(), Optional.empty(), actor));
        before.routing()
                .ifPresent(ended ->
                        again.ifPresent(fresh -> continuation.follow(fresh, ended.interaction(), actor.now())));
    }

    private static boolean isClosed(Case one) {
        return one.stateKind() == StateKind.CLOSED;
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= SUBJECT_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX));
    }
}
