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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;

/** One visit at a POP3 server, for those who have no IMAP. What is stored is known by its unique id (RFC 1939, 7). */
final class PopReceiver implements Receiver {
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
                    if (!stored.contains(entry.getKey())) {
                        take((POP3Message) entry.getValue(), entry.getKey(), coming);
                    }
                    if (deletes) {
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

    private void take(POP3Message message, String uidl, MailStore.Coming coming)
            throws MessagingException, IOException {
        try (InputStream raw = message.getMimeStream()) {
            coming.take(mailbox.name(), raw, new Place.Pop(uidl));
        } catch (MessagingException | IOException broken) {
            // What came before it is safe then, so that a line which often breaks brings us on nevertheless.
            coming.store();
            throw broken;
        } finally {
            message.invalidate(true);
        }
    }
}
