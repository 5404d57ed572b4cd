package io.ahoy.router.channel.email.follow;

import io.ahoy.crm.mail.FollowUp;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mail;
import io.ahoy.router.channel.email.OwnMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The message by which a conversation comes back: from the mailbox to itself, as an answer to what was written last, so that it goes the
 * way of every mail. Made again it has the same bytes, and is known.
 */
public final class Reminder {
    private Reminder() {}

    /**
     * @param last of the conversation
     * @param address of the mailbox
     * @param agent his name
     */
    static byte[] message(FollowUp followUp, Mail last, String address, String agent) throws IOException {
        return OwnMessage.write(
                FollowUps.MESSAGE_ID + followUp.thread() + "."
                        + followUp.dueAt().toEpochMilli() + "@ahoy",
                address,
                address,
                last.subject(),
                followUp.dueAt(),
                reminder -> {
                    if (last.messageId().isPresent()) {
                        reminder.setHeader(
                                "In-Reply-To",
                                "<" + OwnMessage.line(last.messageId().get()) + ">");
                    }
                    reminder.setText(
                            "Follow-up for " + agent + (followUp.note().isBlank() ? "." : ": " + followUp.note()),
                            StandardCharsets.UTF_8.name());
                });
    }

    /** Whether it is one of ours, or pretends to be. */
    public static boolean is(Mail mail) {
        return mail.messageId()
                .filter(id -> id.startsWith(FollowUps.MESSAGE_ID))
                .isPresent();
    }
}
