package io.ahoy.router.channel.email.reply;

/**
 * Whether a mail is answered automatically.
 *
 * @param detail in a sentence, for reports
 */
public record Verdict(Reason reason, String detail) {
    static final Verdict SEND = new Verdict(Reason.SENT, "Sent.");

    public boolean isSent() {
        return reason == Reason.SENT;
    }

    public enum Reason {
        SENT,
        /** A machine, a list, a bounce: RFC 3834, 2. */
        NOT_A_PERSON,
        /** The envelope's sender is empty: whoever sent it wants no answer. */
        NO_RETURN_PATH,
        NO_SENDER,
        /** Its sender may be somebody else, who would get an answer to what he has not written. */
        DOUBTED_SENDER,
        /** It claims to be from one of our own mailboxes. */
        OWN_ADDRESS,
        /** None of our addresses is among its recipients: RFC 3834, 2. */
        NOT_ADDRESSED,
        /** It goes on with a conversation: he knows that we have it. */
        FOLLOW_UP,
        /** He got one within the period. */
        SENT_LATELY,
        /** He was sent as many mails within the hour as one address may get. */
        BUDGET,
        /** Nothing is configured to be said. */
        NO_TEMPLATE,
        /** It could not be written, as to an address that is none. */
        FAILED
    }
}
