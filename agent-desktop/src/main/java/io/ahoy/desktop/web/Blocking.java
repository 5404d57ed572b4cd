package io.ahoy.desktop.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs blocking work on virtual threads, never on an event loop. A verticle of virtual threads would run it serially; this
 * runs it side by side, and the database's pool is the bound of what reaches it.
 */
public final class Blocking implements AutoCloseable {
    /** Beyond this many at once the server says so instead of piling them up. */
    private static final int IN_FLIGHT_MAX = 512;

    private final Vertx vertx;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("web-", 1).factory());
    private final Semaphore places = new Semaphore(IN_FLIGHT_MAX);

    public Blocking(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The future completes on the caller's event loop. */
    public <T> Future<T> run(Callable<T> work) {
        if (!places.tryAcquire()) {
            return Future.failedFuture(Problem.away("Too many requests at once; try again."));
        }
        Context context = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        threads.execute(() -> {
            try {
                T result = work.call();
                context.runOnContext(ignored -> promise.complete(result));
            } catch (Throwable e) {
                context.runOnContext(ignored -> promise.fail(e));
            } finally {
                places.release();
            }
        });
        return promise.future();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
