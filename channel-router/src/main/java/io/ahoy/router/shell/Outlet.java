package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.List;

/**
 * A receiver of the router's outputs. Each outlet has a thread of its own, gets every batch after the one its {@code start}
 * image showed, in order, exactly once, and only after the inputs that caused it are durable. It may block; it never
 * throws for what the world did.
 */
public interface Outlet {
    /** The state on which the first batch builds; called once, first. */
    void start(Image image, Instant now);

    void deliver(List<Output> outputs, Instant at);
}
