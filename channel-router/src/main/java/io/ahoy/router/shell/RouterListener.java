package io.ahoy.router.shell;

import java.time.Instant;

/** What those who run the router need to know of it. Called on a thread of the router's own: hand over and return. */
public interface RouterListener {
    /** Nothing is decided until the journal is back; inputs wait, arrivals are refused once the mailbox is full. */
    default void journalDown(Instant since, String why) {}

    default void journalUp() {}

    /** This one has stopped by itself and takes nothing any more: another router has taken the domain over. */
    default void stopped(String why) {}
}
