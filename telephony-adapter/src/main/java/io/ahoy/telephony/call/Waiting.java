package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import java.time.Instant;

/**
 * A caller who enters a line.
 *
 * @param channel unique id of his channel
 * @param arrivedAt when he entered the line
 */
public record Waiting(InteractionId interaction, String channel, QueueId queue, Instant arrivedAt, CallerId shown) {}
