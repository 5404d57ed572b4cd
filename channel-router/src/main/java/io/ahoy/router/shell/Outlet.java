package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.List;

/**
 * A receiver of the router's outputs. Each outlet has a thread of its own, gets every batch after the one its {@code start}
 * image showed, in order, exactly once, and only after the inputs that caused it are durable. It may block, but never
 * on the future of an input that it submits from here (the router may be waiting for this outlet); it never throws for what the
 * world did.
 */
public interface Outlet {
    /**
     * Outputs from before a restart that this outlet may or may not have received: given before {@code start}, in order. Outlets that
     * keep records idempotently (the history) take them like fresh ones; others let them pass, for what they asked for is long over
     * or will be found by reconciliation. What would not be found (a transfer out) they take as well, as far as twice is harmless.
     */
    default void replay(List<Output> outputs, Instant at) {}

    /** The state on which the first batch builds; called once, before any {@code deliver}. */
    void start(Image image, Instant now);

    void deliver(List<Output> outputs, Instant at);

    /**
     * Whether something that was given to it is still to be carried out, which only another {@code replay} could remind it of after a
     * restart. Asked on any thread, once {@code deliver} has returned.
     */
    default boolean owes() {
        return false;
    }
}
