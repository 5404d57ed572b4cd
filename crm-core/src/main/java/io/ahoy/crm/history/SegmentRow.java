package io.ahoy.crm.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One stay of an interaction with one queue and, once answered, one agent: the raw times of METRICS.md.
 *
 * @param number from 1
 * @param enteredAt entered the queue
 * @param answeredAt connected with the agent
 * @param endedAt left the queue unanswered, or the conversation ended
 * @param clearedAt after-contact work ended
 * @param outcome OPEN, ANSWERED, ABANDONED, FLOWED_OUT, or WRITTEN by the agent of his own accord
 * @param promisedLow with {@code promisedHigh} the wait that was estimated on entry, if one was
 */
public record SegmentRow(
        UUID interaction,
        int number,
        String queue,
        Optional<UUID> agent,
        Instant enteredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Instant> clearedAt,
        String outcome,
        Optional<String> cause,
        Optional<Duration> promisedLow,
        Optional<Duration> promisedHigh) {}
