package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs the core: one owner thread, journal before outputs. */
public final class RouterShell implements Intake, AutoCloseable {
    private RouterShell() {}

    /**
     * Takes the domain over, recovers, starts the outlets (each on its own thread) and begins to route. Returns as soon as inputs
     * are taken.
     */
    public static RouterShell start(RouterSettings settings, Journal journal, InstantSource clock, List<Outlet> outlets)
            throws Fenced, JournalDown {
        return new RouterShell();
    }

    @Override
    public CompletableFuture<List<Output>> submit(Input input) {
        return CompletableFuture.failedFuture(new Refused("not started"));
    }

    /** The state after everything submitted before. */
    public CompletableFuture<Image> image() {
        return CompletableFuture.failedFuture(new Refused("not started"));
    }

    public boolean journalDown() {
        return false;
    }

    /** Stops taking inputs, finishes those taken, waits for the outlets and gives the domain up. */
    @Override
    public void close() {}
}
