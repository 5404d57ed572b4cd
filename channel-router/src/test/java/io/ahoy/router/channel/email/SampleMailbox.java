package io.ahoy.router.channel.email;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Secret;
import java.time.Duration;
import java.util.Optional;

/** Mailboxes whose servers nobody asks. */
public final class SampleMailbox {
    private SampleMailbox() {}

    public static Mailbox named(String name) {
        return new Mailbox(
                name,
                name + "@shop.example",
                "",
                "mail",
                Optional.empty(),
                new Mailbox.Receiving(
                        Mailbox.Protocol.IMAP,
                        "127.0.0.1",
                        1,
                        Mailbox.Security.NONE,
                        new Mailbox.Account.Password(name, new Secret("-")),
                        "INBOX",
                        Mailbox.Afterwards.MARK,
                        Duration.ofMinutes(1)),
                new Mailbox.Sending("127.0.0.1", 1, Mailbox.Security.NONE, Optional.empty(), true));
    }
}
