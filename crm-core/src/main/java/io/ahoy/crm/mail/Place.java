package io.ahoy.crm.mail;

import java.util.Optional;

/** Where a message lies in its mailbox, so that it is not taken again. */
public sealed interface Place {
    /** RFC 3501, 2.3.1.1: both together name a message for ever. */
    record Imap(long uidValidity, long uid) implements Place {}

    /** RFC 1939, 7. */
    record Pop(String uidl) implements Place {}

    /** Up to where a mailbox has been read. */
    record Progress(long uidValidity, long lastUid, long markedUid) {
        /** Nothing is known of a mailbox whose numbers have changed. */
        public static Optional<Progress> of(Optional<Progress> known, long uidValidity) {
            return known.filter(progress -> progress.uidValidity() == uidValidity);
        }
    }
}
