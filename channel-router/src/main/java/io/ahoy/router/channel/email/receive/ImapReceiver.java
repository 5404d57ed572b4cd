package io.ahoy.router.channel.email.receive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Place;
import io.ahoy.crm.mail.Place.Progress;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one IMAP folder. Messages are taken in the order of their UIDs; how far that has come stands in the database, in the
 * transaction of the messages themselves, so that no crash, no foreign client and no second copy makes one come twice or not at all.
 */
final class ImapReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(ImapReceiver.class);

    private final Mailbox mailbox;
    private final MailServers servers;
    private final Mails mails;
    private final MailStore store;
    private final Unfetchable unfetchable = new Unfetchable();

    ImapReceiver(Mailbox mailbox, MailServers servers, Mails mails, MailStore store) {
        this.mailbox = mailbox;
        this.servers = servers;
        this.mails = mails;
        this.store = store;
    }

    @Override
    public void receive(Runnable connected) throws MessagingException, IOException, InterruptedException {
        try (Store server = servers.open(mailbox.receiving())) {
            IMAPFolder folder =
                    (IMAPFolder) server.getFolder(mailbox.receiving().folder());
            folder.open(Folder.READ_WRITE);
            try {
                connected.run();
                follow(folder);
            } finally {
                if (folder.isOpen()) {
                    // Without expunging: what others have marked as deleted is their affair.
                    folder.close(false);
                }
            }
        }
    }

    private void follow(IMAPFolder folder) throws MessagingException, IOException, InterruptedException {
        Progress progress = begin(folder, folder.getUIDValidity());
        markLeftOver(folder, progress);
        News news = new News(folder, mailbox.receiving().pollEvery());
        while (true) {
            progress = takeNew(folder, progress);
            if (isAllTaken(folder, progress)) {
                news.await();
            }
        }
    }

    /** What came meanwhile was announced already, and would not be announced again. */
    private static boolean isAllTaken(IMAPFolder folder, Progress progress) throws MessagingException {
        int count = folder.getMessageCount();
        return count == 0
                || folder.getUID(folder.getMessage(count)) <= progress.lastUid() && folder.getMessageCount() == count;
    }

    /**
     * Of a mailbox that Ahoy sees for the first time only the unread messages are taken. One whose numbers have changed, also without
     * saying so as after a backup was put back, is read through from its beginning: what is known already is recognised by its fingerprint, and what was read before Ahoy came stays untaken.
     */
    private Progress begin(IMAPFolder folder, long validity) throws MessagingException {
        Optional<Progress> known = mails.progress(mailbox.name());
        long next = folder.getUIDNext();
        boolean tellsNext = next > 0;
        if (known.isPresent()
                && known.get().uidValidity() == validity
                && (!tellsNext || known.get().lastUid() < next)) {
            return known.get();
        }
        // Of when a message came a server tells whole seconds.
        Instant since = known.map(before -> before.since().truncatedTo(ChronoUnit.SECONDS))
                .orElseGet(store::now);
        Progress fresh = new Progress(validity, tellsNext ? next : 0, 0, 0, since);
        mails.begin(mailbox.name(), fresh);
        if (known.isPresent()) {
            LOG.warn("Mailbox {}: the server has numbered its messages anew; all are looked at again", mailbox.name());
        }
        return fresh;
    }

    /**
     * Ahoy ended between storing and marking. Of what was there before Ahoy nobody knows any more whether it was unread, and so taken,
     * when Ahoy came by; it is not deleted.
     */
    private void markLeftOver(IMAPFolder folder, Progress progress) throws MessagingException {
        if (progress.markedUid() < progress.lastUid()) {
            Message[] stored = folder.getMessagesByUID(progress.markedUid() + 1, progress.lastUid());
            look(folder, stored);
            boolean deletes = mailbox.receiving().afterwards() == Mailbox.Afterwards.DELETE;
            List<Message> ours = new ArrayList<>();
            for (Message message : stored) {
                boolean sure = !deletes || folder.getUID(message) >= progress.firstUid();
                if (sure && isToTake(folder, message, progress)) {
                    ours.add(message);
                }
            }
            mark(folder, ours, progress.uidValidity(), progress.lastUid());
        }
    }

    private Progress takeNew(IMAPFolder folder, Progress progress)
            throws MessagingException, IOException, InterruptedException {
        Message[] found = folder.getMessagesByUID(progress.lastUid() + 1, UIDFolder.LASTUID);
        look(folder, found);
        long last = progress.lastUid();
        try (MailStore.Coming coming = store.coming()) {
            List<Message> taken = new ArrayList<>();
            for (Message message : found) {
                long uid = folder.getUID(message);
                // "n:*" names the last message even when it is older (RFC 3501, 6.4.8).
                if (uid <= last || message.isExpunged()) {
                    continue;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Place.Imap place = new Place.Imap(progress.uidValidity(), uid);
                if (unfetchable.isGivenUp(named(place), store.now())) {
                    leave(place, coming);
                } else if (isToTake(folder, message, progress) && take(message, place, coming)) {
                    taken.add(message);
                }
                last = uid;
                if (coming.isFull()) {
                    finish(folder, coming, taken, progress.uidValidity(), last);
                }
            }
            finish(folder, coming, taken, progress.uidValidity(), last);
        }
        if (last > progress.lastUid()) {
            mails.passed(mailbox.name(), progress.uidValidity(), last);
        }
        return new Progress(progress.uidValidity(), progress.firstUid(), last, last, progress.since());
    }

    /** All that is asked about them, in one question. */
    private static void look(IMAPFolder folder, Message[] messages) throws MessagingException {
        FetchProfile numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        numbers.add(FetchProfile.Item.FLAGS);
        numbers.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, numbers);
    }

    private static boolean isToTake(IMAPFolder folder, Message message, Progress progress) throws MessagingException {
        boolean beforeUs = folder.getUID(message) < progress.firstUid();
        return !beforeUs
                || !message.isSet(Flags.Flag.SEEN)
                || !message.getReceivedDate().toInstant().isBefore(progress.since());
    }

    private void finish(IMAPFolder folder, MailStore.Coming coming, List<Message> taken, long validity, long last)
            throws MessagingException, IOException {
        if (!coming.isEmpty()) {
            coming.store();
            mark(folder, taken, validity, last);
            taken.clear();
        }
    }

    /** @return whether it was still there: another client may have removed it in the meantime */
    private boolean take(Message message, Place.Imap place, MailStore.Coming coming)
            throws MessagingException, IOException {
        try {
            IMAPMessage imap = (IMAPMessage) message;
            imap.setPeek(true);
            try (InputStream raw = imap.getMimeStream()) {
                coming.take(mailbox.name(), raw, place);
                unfetchable.fetched(named(place));
                return true;
            } finally {
                imap.invalidateHeaders();
            }
        } catch (MessageRemovedException | IOException gone) {
            // The library has no kind of IOException for it.
            if (gone instanceof IOException broken && !message.isExpunged()) {
                // What came before it is safe then, so that a line which often breaks brings us on nevertheless.
                coming.store();
                unfetchable.failed(named(place), store.now(), broken);
                throw broken;
            }
            LOG.info("Mailbox {}: message {} was removed by another client", mailbox.name(), place.uid());
            return false;
        } catch (MessagingException broken) {
            coming.store();
            unfetchable.failed(named(place), store.now(), broken);
            throw broken;
        }
    }

    /** The mailbox goes on without it; it stays there as it is. */
    private void leave(Place.Imap place, MailStore.Coming coming) throws IOException {
        LOG.warn("Mailbox {}: message {} cannot be fetched; it is left there", mailbox.name(), place.uid());
        byte[] notice = unfetchable.notice(mailbox, named(place), store.now());
        coming.take(mailbox.name(), new ByteArrayInputStream(notice), place);
        unfetchable.fetched(named(place));
    }

    private static String named(Place.Imap place) {
        return "UID " + place.uid() + " of " + place.uidValidity();
    }

    private void mark(IMAPFolder folder, List<Message> taken, long validity, long last) throws MessagingException {
        List<Message> present =
                taken.stream().filter(message -> !message.isExpunged()).toList();
        Message[] messages = present.toArray(Message[]::new);
        if (messages.length > 0) {
            switch (mailbox.receiving().afterwards()) {
                case MARK -> folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
                case DELETE -> {
                    folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
                    folder.expunge(messages);
                }
            }
        }
        mails.marked(mailbox.name(), validity, last);
    }
}
