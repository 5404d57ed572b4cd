package io.ahoy.router.channel.email.meaning;

/** Who or what wrote a mail. Only {@link #HUMAN} is ever answered automatically. */
public enum MailKind {
    HUMAN,
    /** A mail server could not deliver what we sent, or has not yet (RFC 3464 and the free forms). */
    BOUNCE,
    /** A provider passes on a complaint (RFC 5965), mostly because its user pressed "spam". */
    FEEDBACK_REPORT,
    /** Somebody's program says that a mail was shown or deleted (RFC 8098). */
    READ_RECEIPT,
    /** A person is away, and his mail server says so. */
    VACATION,
    /** Any other machine: RFC 3834, monitoring, ticket systems, no-reply senders. */
    AUTOMATIC,
    /** Sent to many: lists and newsletters. */
    MAILING_LIST,
    /** An invitation, its answer or its cancellation. */
    CALENDAR
}
