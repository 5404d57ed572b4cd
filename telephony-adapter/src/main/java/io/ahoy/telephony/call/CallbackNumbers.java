package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where somebody who wants to be called back can be reached, also after a restart. */
public interface CallbackNumbers {
    /** In E.164; empty: withheld, unknown, or nobody can be asked now. Must not block, and never completes exceptionally. */
    CompletableFuture<Optional<String>> numberOf(InteractionId interaction);
}
