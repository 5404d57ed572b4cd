package io.ahoy.desktop.web.mail;

import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import java.util.UUID;

/** Which conversation an interaction is about, for who may read it. */
public final class ReadableConversations {
    private final History history;
    private final Mails mails;
    private final Rights rights;

    public ReadableConversations(Db db, Rights rights) {
        this.history = new History(db);
        this.mails = new Mails(db);
        this.rights = rights;
    }

    /** Blocks. */
    public Optional<UUID> threadFor(InteractionId interaction, SignedIn reader) {
        return history.contact(interaction.value())
                .filter(contact -> rights.isReadable(reader, contact))
                .flatMap(contact -> mails.threadOf(contact.id()));
    }
}
