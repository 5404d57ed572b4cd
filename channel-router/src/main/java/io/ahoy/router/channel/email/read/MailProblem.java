package io.ahoy.router.channel.email.read;

/**
 * Something about a mail that its reader should know.
 *
 * @param detail a sentence for people: what was found and what was done about it
 */
public record MailProblem(Kind kind, String detail) {
    public enum Kind {
        /** Could not be read as a mail at all: shown with its raw source. */
        UNREADABLE,
        /** Read up to a limit: nesting, parts, headers or size. */
        CUT,
        /** Bytes that do not fit the named character set; another was used. */
        CHARSET,
        /** A part is not what it says, or its encoding is broken. */
        LYING_PART
    }
}
