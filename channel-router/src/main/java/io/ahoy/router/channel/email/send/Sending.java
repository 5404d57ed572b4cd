package io.ahoy.router.channel.email.send;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.store.Blobs;
import io.ahoy.router.channel.email.MailServers;
import io.ahoy.router.channel.email.Notices;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends what the outbox holds, of each mailbox beside the others: a server that is slow holds up its own mails alone. */
public final class Sending implements AutoCloseable {
    private final Map<String, Mailbox> mailboxes;
    private final Ground ground;
    private final Map<String, SendingMailbox> all = new LinkedHashMap<>();

    /**
     * What it stands on.
     *
     * @param notices takes what whoever wrote a mail has to know of it
     * @param changed told of each mail whose delivery has come on
     */
    public record Ground(
            Outbox outbox,
            Mails mails,
            Blobs blobs,
            MailServers servers,
            Notices notices,
            InstantSource clock,
            Consumer<Mail> changed) {}

    public Sending(Map<String, Mailbox> mailboxes, Ground ground) {
        this.mailboxes = Map.copyOf(mailboxes);
        this.ground = ground;
    }

    public void start() {
        mailboxes.forEach((name, mailbox) ->
                all.put(name, new SendingMailbox(name, Optional.of(mailbox.sending()), ground)));
        ground.outbox().mailboxes().forEach(name ->
                all.computeIfAbsent(name, gone -> new SendingMailbox(gone, Optional.empty(), ground)));
        all.values().forEach(SendingMailbox::start);
    }

    /** There is something to send, or earlier than before. Never blocks. */
    public void wake() {
        all.values().forEach(SendingMailbox::wake);
    }

    /** What is under way may come to its end: else it would go twice. */
    @Override
    public void close() throws InterruptedException {
        all.values().forEach(SendingMailbox::stop);
        for (SendingMailbox mailbox : all.values()) {
            mailbox.close();
        }
    }
}
