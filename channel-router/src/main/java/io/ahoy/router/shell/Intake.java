package io.ahoy.router.shell;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The one door into the router. */
public interface Intake {
    /**
     * Hands over what happened. The future completes once the input is applied and durable, with the outputs it caused: an
     * empty list means that it no longer fitted (an acceptance after the time-out). When the mailbox is full arrivals complete
     * exceptionally with {@link Refused}, everything else is still taken: endings are never refused.
     */
    CompletableFuture<List<Output>> submit(Input input);
}
