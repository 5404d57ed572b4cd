package io.ahoy.telephony.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Watching a future's end without making another one that somebody would have to watch. */
final class Promise {
    private Promise() {}

    /** @param end gets the value or the failure; must not throw */
    @SuppressWarnings("FutureReturnValueIgnored")
    static <T> void watch(CompletableFuture<T> future, BiConsumer<? super @Nullable T, @Nullable Throwable> end) {
        future.whenComplete((value, failure) -> end.accept(value, unwrapped(failure)));
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
