package io.ahoy.desktop.web.mail;

import io.ahoy.crm.mail.NewMail;
import io.ahoy.crm.mail.NewMails;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import java.util.UUID;

/** Where an agent may write: on what his seat is on, and in a mail that he began himself until it has gone. */
final class WritableConversations {
    private final NewMails newMails;
    private final Rights rights;

    WritableConversations(Db db, Rights rights) {
        this.newMails = new NewMails(db);
        this.rights = rights;
    }

    /** The mail that he began, if it is one; it may have gone. */
    Optional<NewMail> begun(SignedIn writer, UUID interaction) {
        return newMails.get(interaction)
                .filter(mail -> mail.author().equals(writer.agent().id()));
    }

    /** As {@link #begun}, while it can be written on. */
    Optional<NewMail> open(SignedIn writer, UUID interaction) {
        return begun(writer, interaction).filter(mail -> !newMails.isOnItsWay(mail.interaction()));
    }

    /**
     * @return the mail that he began, if it is one
     * @throws Problem he may not write here
     */
    Optional<NewMail> require(SignedIn writer, UUID interaction) {
        Optional<NewMail> begun = begun(writer, interaction);
        if (begun.isEmpty()) {
            rights.requireOn(writer, new InteractionId(interaction));
        } else if (newMails.isOnItsWay(interaction)) {
            throw Problem.tooLate("This mail was sent already; what you write now needs a new one.");
        }
        return begun;
    }
}
