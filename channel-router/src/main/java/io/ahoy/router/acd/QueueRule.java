package io.ahoy.router.acd;

import java.time.Duration;

/**
 * What the core needs to know of a queue.
 *
 * @param skill an agent needs it to be offered this queue's interactions
 * @param offerLimit how long an offer may ring before it counts as timed out
 * @param wrapUpLimit how long after-contact work may last; zero means that there is none and the seat is free at once
 * @param wrapUpExtension how much one extension adds to the limit
 * @param declineRetry how long an agent who declined is left alone before the next offer
 */
public record QueueRule(
        QueueId id,
        SkillId skill,
        Duration offerLimit,
        Duration wrapUpLimit,
        Duration wrapUpExtension,
        Duration declineRetry) {}
