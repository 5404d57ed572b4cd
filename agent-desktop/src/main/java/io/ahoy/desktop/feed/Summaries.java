package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Frame.QueueWaiting;
import io.ahoy.desktop.feed.Frame.Summary;
import io.ahoy.router.acd.InteractionView;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** How many wait in each queue, which everybody sees. */
final class Summaries {
    private Summaries() {}

    static Summary of(Picture picture, Roster roster, Instant now) {
        Map<String, Long> waiting = picture.waiting().stream()
                .map(InteractionView::queue)
                .collect(Collectors.groupingBy(queue -> queue.value(), Collectors.counting()));
        return new Summary(
                now,
                roster.queues().stream()
                        .map(queue -> new QueueWaiting(
                                queue.id(), waiting.getOrDefault(queue.id(), 0L).intValue()))
                        .toList());
    }
}
