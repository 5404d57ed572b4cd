package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of all inputs of one routing domain, written by one owner at a time. Replaying it from an image gives the
 * state back. One thread appends; images may be saved from another.
 */
public interface Journal extends AutoCloseable {

    /**
     * Becomes the owner, waiting for another owner's lease to run out, and reads what is there.
     *
     * @throws Fenced another owner is alive
     */
    Recovery open() throws Fenced, JournalDown;

    /** Reads again what {@link #open()} read, up to the newest row. */
    Recovery read() throws JournalDown;

    /**
     * Durable when it returns. Appending the same row again after {@link JournalDown} is legal: it may have been written although
     * the answer was lost.
     *
     * @throws Fenced another owner has taken over; nothing was written
     */
    void append(RowText row) throws Fenced, JournalDown;

    /**
     * Says that this owner is still alive; called every few seconds, also when there is nothing to append.
     *
     * @throws Fenced another owner has taken over
     */
    void renew() throws Fenced, JournalDown;

    /**
     * Shortens later recoveries.
     *
     * @param seq the last row whose effects the image holds
     */
    void saveImage(long seq, Instant at, Image image) throws JournalDown;

    /** Gives the ownership up if it is still ours, so that the next owner need not wait. */
    @Override
    void close();

    /**
     * Where the last owner left it.
     *
     * @param imageSeq the last row in the image; 0 without an image
     * @param imageAt when it was taken; the epoch without an image
     * @param tail the rows after it, in order
     * @param lastAlive when the last owner is known to have been at work
     */
    record Recovery(Image image, long imageSeq, Instant imageAt, List<JournalRow> tail, Optional<Instant> lastAlive) {
        public Recovery {
            tail = List.copyOf(tail);
        }

        public long lastSeq() {
            return tail.isEmpty() ? imageSeq : tail.getLast().seq();
        }

        /** The core's time at the end of the tail. */
        public Instant lastAt() {
            return tail.isEmpty() ? imageAt : tail.getLast().at();
        }
    }
}
