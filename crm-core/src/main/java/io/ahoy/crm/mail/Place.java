package io.ahoy.crm.mail;

import java.time.Instant;

/** Where a message lies in its mailbox, so that it is not taken again. */
public sealed interface Place {
    /** RFC 3501, 2.3.1.1: both together name a message for ever. */
    record Imap(long uidValidity, long uid) implements Place {}

    /** RFC 1939, 7. */
    record Pop(String uidl) implements Place {}

    /** In none: Ahoy wrote it. */
    record Ours() implements Place {}

    /**
     * Up to where a mailbox has been read.
     *
     * @param firstUid what was there when Ahoy came, smaller ones: of these only the unread ones are taken
     * @param lastUid everything up to it is stored
     * @param markedUid everything up to it is marked on the server as well
     * @param since Ahoy saw the mailbox for the first time; it stays when the server numbers its messages anew
     */
    record Progress(long uidValidity, long firstUid, long lastUid, long markedUid, Instant since) {}
}
