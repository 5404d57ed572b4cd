package io.ahoy.router.sim;

import java.io.PrintStream;
import java.util.function.DoubleConsumer;

/** Says how far a long run is, on one line that is overwritten; on a pipe it keeps silent. */
final class Progress implements DoubleConsumer, AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long BETWEEN_NANOS = 250_000_000L;

    private final PrintStream where;
    private final boolean silent;
    private final long began = System.nanoTime();
    private long last = began;
    private boolean shown;

    /** Where people look, if the launcher says so. */
    static Progress on(PrintStream where) {
        return new Progress(where, !Boolean.getBoolean("ahoy.terminal"));
    }

    Progress(PrintStream where, boolean silent) {
        this.where = where;
        this.silent = silent;
    }

    @Override
    public void accept(double share) {
        long now = System.nanoTime();
        if (silent || now - began < PATIENCE_NANOS || now - last < BETWEEN_NANOS) {
            return;
        }
        last = now;
        shown = true;
        long left = (long) ((now - began) * (1 - share) / Math.max(share, 0.001) / 1e9);
        where.printf("\r%3.0f %% done, about %d s left  ", share * 100, left);
        where.flush();
    }

    @Override
    public void close() {
        if (shown) {
            where.print("\r" + " ".repeat(40) + "\r");
            where.flush();
        }
    }
}
