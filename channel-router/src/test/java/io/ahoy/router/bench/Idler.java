package io.ahoy.router.bench;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A client that does nothing but wait for news (RFC 2177). */
final class Idler implements AutoCloseable {
    private final Store store;
    private final IMAPFolder folder;
    private final List<Long> notices = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Idler(MailServers servers, Mailbox box) throws MessagingException {
        this.store = servers.open(box.receiving());
        this.folder = (IMAPFolder) store.getFolder("INBOX");
        folder.open(Folder.READ_ONLY);
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                notices.add(System.nanoTime());
            }
        });
        this.thread = Thread.ofPlatform().daemon().start(this::idle);
    }

    private void idle() {
        try {
            while (folder.isOpen()) {
                folder.idle(false);
            }
        } catch (MessagingException | IllegalStateException closed) {
            // The bench is over.
        }
    }

    int count() {
        return notices.size();
    }

    /** When the first notice came after so many, by {@link System#nanoTime()}. */
    long after(int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (notices.size() <= count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server tells nothing of a new mail");
            }
            Thread.sleep(1);
        }
        return notices.get(count);
    }

    @Override
    public void close() throws MessagingException, InterruptedException {
        store.close();
        thread.join(Duration.ofSeconds(5));
    }
}
