package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Wish;
import java.time.Instant;

/**
 * A caller who enters a line.
 *
 * @param channel unique id of his channel
 * @param arrivedAt when he entered the line
 * @param wish what he asks for, or is granted, beside his queue
 */
public record Waiting(
        InteractionId interaction, String channel, QueueId queue, Instant arrivedAt, CallerId shown, Wish wish) {
    /** He asks for nothing but his queue. */
    public Waiting(InteractionId interaction, String channel, QueueId queue, Instant arrivedAt, CallerId shown) {
        this(interaction, channel, queue, arrivedAt, shown, Wish.NONE);
    }
}
