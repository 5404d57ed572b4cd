package io.ahoy.desktop.wiring;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Starts a part beside the others, on a virtual thread. */
final class Parallel {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Parallel() {}

    static <T> CompletableFuture<T> begin(String name, Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofVirtual().name("start " + name).start(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    static <T> T join(CompletableFuture<T> begun) throws StartProblem, InterruptedException {
        try {
            return begun.get();
        } catch (InterruptedException stopping) {
            // What is half started must be there before it can be stopped.
            begun.handle((done, failed) -> true)
                    .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            throw stopping;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StartProblem problem -> throw problem;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
