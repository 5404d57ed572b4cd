package io.ahoy.router.channel.email.receive;

import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Waits for something new in a folder: told by the server (RFC 2177), or asked for now and then. */
final class News {
    private final IMAPFolder folder;
    private final Duration pollEvery;

    News(IMAPFolder folder, Duration pollEvery) {
        this.folder = folder;
        this.pollEvery = pollEvery;
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                interrupt();
            }
        });
    }

    /** What a server tells before it says that it waits now, the library takes note of, and waits nevertheless. */
    private void interrupt() {
        try {
            ask();
        } catch (MessagingException | IllegalStateException over) {
            // Whoever waits is told as well.
        }
    }

    /** Not by the count of messages: for that the library asks the server only when it has not done so for a second. */
    private void ask() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return true;
        });
    }

    /** Returns when there may be something; at the latest after {@link MailServers#IDLE_LIMIT}. */
    void await() throws MessagingException, InterruptedException {
        if (((IMAPStore) folder.getStore()).hasCapability("IDLE")) {
            idle();
        } else {
            Thread.sleep(pollEvery);
        }
    }

    /** Another command ends it, and tells whether the connection still lives. */
    private void idle() throws MessagingException {
        AtomicBoolean over = new AtomicBoolean();
        Thread wake = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(MailServers.IDLE_LIMIT);
                if (!over.get()) {
                    ask();
                }
            } catch (InterruptedException told) {
                // The server was quicker.
            } catch (MessagingException broken) {
                // Whoever idles is told as well.
            }
        });
        try {
            folder.idle(true);
        } finally {
            over.set(true);
            wake.interrupt();
        }
    }
}
