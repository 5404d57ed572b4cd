package io.ahoy.router.channel.email.receive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Place;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visit at a POP3 server, for those who have no IMAP. What is stored is known by its unique id (RFC 1939, 7). */
final class PopReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(PopReceiver.class);

    private final Mailbox mailbox;
    private final MailServers servers;
    private final Mails mails;
    private final MailStore store;

    PopReceiver(Mailbox mailbox, MailServers servers, Mails mails, MailStore store) {
        this.mailbox = mailbox;
        this.servers = servers;
        this.mails = mails;
        this.store = store;
    }

    private final Unfetchable unfetchable = new Unfetchable();
    private final Set<String> told = new HashSet<>();

    @Override
    public void receive(Runnable connected) throws MessagingException, IOException, InterruptedException {
        boolean deletes = mailbox.receiving().afterwards() == Mailbox.Afterwards.DELETE;
        try (Store server = servers.open(mailbox.receiving())) {
            POP3Folder folder = (POP3Folder) server.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            connected.run();
            Map<String, Message> listed = list(folder);
            Set<String> stored = mails.stored(mailbox.name(), listed.keySet());
            try (MailStore.Coming coming = store.coming()) {
                for (Map.Entry<String, Message> entry : listed.entrySet()) {
                    boolean safe = stored.contains(entry.getKey())
                            || take((POP3Message) entry.getValue(), entry.getKey(), coming);
                    if (deletes && safe) {
                        entry.getValue().setFlag(Flags.Flag.DELETED, true);
                    }
                    if (coming.isFull()) {
                        coming.store();
                    }
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                if (!coming.isEmpty()) {
                    coming.store();
                }
            }
            // Only here the server deletes what is marked so (RFC 1939, 6).
            folder.close(deletes);
        }
    }

    private static Map<String, Message> list(POP3Folder folder) throws MessagingException {
        Message[] all = folder.getMessages();
        FetchProfile ids = new FetchProfile();
        ids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(all, ids);
        Map<String, Message> listed = new LinkedHashMap<>();
        for (Message message : all) {
            listed.put(folder.getUID(message), message);
        }
        return listed;
    }

    /** @return whether it is here; one that cannot be fetched is left, and told once */
    private boolean take(POP3Message message, String uidl, MailStore.Coming coming)
            throws MessagingException, IOException {
        if (unfetchable.isGivenUp(uidl, store.now())) {
            if (told.add(uidl)) {
                LOG.warn("Mailbox {}: message {} cannot be fetched; it is left there", mailbox.name(), uidl);
                store.put(mailbox.name(), unfetchable.notice(mailbox, uidl, store.now()));
            }
            return false;
        }
        try (InputStream raw = message.getMimeStream()) {
            coming.take(mailbox.name(), raw, new Place.Pop(uidl));
            unfetchable.fetched(uidl);
            return true;
        } catch (MessagingException | IOException broken) {
            // What came before it is safe then, so that a line which often breaks brings us on nevertheless.
            coming.store();
            unfetchable.failed(uidl, store.now(), broken);
            throw broken;
        } finally {
            message.invalidate(true);
        }
    }
}
