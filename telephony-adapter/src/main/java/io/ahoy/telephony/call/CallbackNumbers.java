package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where somebody who wants to be called back can be reached, also after a restart. */
public interface CallbackNumbers {
    /** Empty: withheld, unknown, or nobody can be asked now. Must not block, and never completes exceptionally. */
    CompletableFuture<Optional<Numbers>> of(InteractionId interaction);

    /**
     * The two ends of the call in which he chose to be called back.
     *
     * @param customer in E.164
     * @param called what he had called, and so knows; may be empty
     * @param forbidden by his record he does not want to be called back
     */
    record Numbers(String customer, String called, boolean forbidden) {}
}
