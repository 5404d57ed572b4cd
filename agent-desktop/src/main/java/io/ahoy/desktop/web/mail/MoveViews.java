package io.ahoy.desktop.web.mail;

import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.router.acd.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The lines of a conversation that tell what was split from it and joined with it. */
final class MoveViews {
    private final Moves moves;
    private final Mails mails;
    private final Team team;
    private final Rights rights;

    MoveViews(Db db, Rights rights) {
        this.moves = new Moves(db);
        this.mails = new Mails(db);
        this.team = new Team(db);
        this.rights = rights;
    }

    /**
     * @param agent his name
     * @param subject of the mail that was chosen, or that came last in what was joined
     * @param mails how many moved
     * @param away they stand elsewhere now
     * @param undoable by who asks
     */
    record MoveView(
            UUID id,
            Move.Kind kind,
            String agent,
            Instant at,
            String subject,
            int mails,
            boolean away,
            boolean undoable) {}

    /** What went away by being joined is told where it is now. */
    List<MoveView> of(UUID thread, UUID interaction, SignedIn reader) {
        boolean on = rights.isOn(reader, new InteractionId(interaction));
        return moves.ofThread(thread).stream()
                .filter(move -> move.kind() == Move.Kind.SPLIT || move.to().equals(thread))
                .map(move -> new MoveView(
                        move.id(),
                        move.kind(),
                        team.agent(move.agent()).map(Agent::name).orElse(""),
                        move.at(),
                        subject(move),
                        move.mails().size(),
                        move.from().equals(thread),
                        on && moves.isUntouched(move)))
                .toList();
    }

    private String subject(Move move) {
        return move.mail()
                .or(() -> move.mails().reversed().stream()
                        .map(Move.Standing::mail)
                        .findFirst())
                .flatMap(mails::get)
                .map(Mail::subject)
                .orElse("");
    }
}
