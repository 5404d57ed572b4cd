package io.ahoy.router.acd;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far each queue has come with its share of the agents: one offer moves it by 1 ÷ weight (stride scheduling, Waldspurger and Weihl
 * 1995). A queue in which nobody waited does not save its share up: it goes on from where the others are.
 */
public final class Shares {
    /** Divisible by all small weights. */
    private static final long STRIDE = 720_720;

    private final SortedMap<QueueId, Long> passed = new TreeMap<>();
    private long now;

    Shares(SortedMap<QueueId, Long> passed, long now) {
        this.passed.putAll(passed);
        this.now = now;
    }

    long passed(QueueId queue) {
        return Math.max(now, passed.getOrDefault(queue, 0L));
    }

    void served(QueueId queue, int weight) {
        now = passed(queue);
        passed.put(queue, now + STRIDE / weight);
    }

    void keepOnly(Collection<QueueId> queues) {
        passed.keySet().retainAll(queues);
    }

    long now() {
        return now;
    }

    SortedMap<QueueId, Long> all() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(passed));
    }
}
