package io.ahoy.router.channel.email.arrive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Does works at the same time, but those that share a key one after the other, in the order in which they were begun. What comes after
 * a work that failed is not done. For one thread that begins them.
 *
 * @param <K> what two works have in common that must not overtake each other
 * @param <T> what comes of each
 */
final class SideBySide<K, T> {
    private final Executor threads;
    private final Semaphore places;
    private final Map<K, CompletableFuture<?>> last = new HashMap<>();
    private final List<CompletableFuture<T>> all = new ArrayList<>();

    /** @param width how many at the same time, those that wait for others included */
    SideBySide(Executor threads, int width) {
        this.threads = threads;
        this.places = new Semaphore(width);
    }

    /** Waits while there is no place. */
    CompletableFuture<T> begin(Set<K> keys, Callable<T> work) throws InterruptedException {
        places.acquire();
        CompletableFuture<?>[] before =
                keys.stream().map(last::get).filter(Objects::nonNull).distinct().toArray(CompletableFuture<?>[]::new);
        CompletableFuture<T> result = CompletableFuture.allOf(before).thenApplyAsync(ready -> done(work), threads);
        result.whenComplete((value, failure) -> places.release());
        keys.forEach(key -> last.put(key, result));
        all.add(result);
        return result;
    }

    private static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    /** Waits for all that were begun. @return the first failure, in the order in which they were begun */
    Optional<Throwable> end() throws InterruptedException {
        Optional<Throwable> first = Optional.empty();
        for (CompletableFuture<T> one : all) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                first = first.or(() -> Optional.ofNullable(failed.getCause()));
            }
        }
        return first;
    }
}
