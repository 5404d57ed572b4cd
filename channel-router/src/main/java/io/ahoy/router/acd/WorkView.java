package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;

/**
 * One interaction at a seat as others see it.
 *
 * @param offer the open one, or the one that was accepted
 * @param deadline when the offer rings out, the joining of the legs is given up, or the wrap-up ends by itself
 * @param extensions of the wrap-up, so far
 */
public record WorkView(
        InteractionId interaction,
        Channel channel,
        QueueId queue,
        OfferId offer,
        WorkState state,
        Instant since,
        Optional<Instant> deadline,
        int extensions) {}
