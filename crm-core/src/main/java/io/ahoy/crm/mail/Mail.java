package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message of a conversation.
 *
 * @param mailbox that it came to or goes out from
 * @param sha256 names its bytes
 * @param messageId without angle brackets
 * @param thread the conversation
 * @param linked another conversation that it names without belonging there
 * @param kind HUMAN, BOUNCE and the like; of what goes ANSWER, ACKNOWLEDGEMENT and the like
 * @param author the agent who wrote it
 * @param at came, or was written
 * @param readings how often somebody has begun to read it
 * @param note why it is where it is
 */
public record Mail(
        UUID id,
        State state,
        String mailbox,
        String sha256,
        long size,
        Optional<String> messageId,
        UUID thread,
        Optional<UUID> linked,
        Optional<UUID> interaction,
        Optional<UUID> author,
        String kind,
        MailAddress from,
        Recipients recipients,
        String subject,
        Instant at,
        MailContent content,
        int readings,
        Optional<String> note) {

    public boolean isIncoming() {
        return state != State.OUT;
    }

    /** How far a message has come. */
    public enum State {
        /** Safe, and still to be read. */
        STORED,
        /** Somebody is to deal with it, or has. */
        ROUTED,
        /** Kept in its conversation, to be dealt with by nobody: bounces, receipts, robots. */
        RECORDED,
        /** Another copy of one that is here. */
        DUPLICATE,
        /** Thrown away by a rule. */
        DROPPED,
        /** Written here. */
        OUT
    }
}
