package io.ahoy.crm.team;

import java.time.Duration;

/**
 * A line that customers wait in.
 *
 * @param skill agents who have it serve this queue
 * @param serviceLevelThreshold T of METRICS.md: a wait up to it counts as in time
 * @param serviceLevelTarget share from 0 to 1
 * @param shortAbandon S of METRICS.md: who leaves sooner is not held against the queue
 * @param offerLimit how long an offer rings
 * @param wrapUpLimit how long after-contact work may last; zero means none
 * @param wrapUpExtension what one extension adds
 * @param declineRetry how long one who declined is left alone
 * @param musicClass music on hold class in Asterisk
 */
public record Queue(
        String id,
        Titles title,
        String skill,
        Duration serviceLevelThreshold,
        double serviceLevelTarget,
        Duration shortAbandon,
        Duration offerLimit,
        Duration wrapUpLimit,
        Duration wrapUpExtension,
        Duration declineRetry,
        String musicClass) {}
