package io.ahoy.router.shell;

import io.ahoy.router.acd.Check;
import io.ahoy.router.acd.QueueRule;
import java.time.Duration;
import java.util.List;

/**
 * How a router is run.
 *
 * @param queues as configured now; at least one, so that every arrival has a line
 * @param mailboxMax arrivals are refused beyond this many waiting inputs
 * @param imageRows an image is due after this many journal rows
 * @param imageEvery or after this time, whichever is first
 * @param renewEvery how often the ownership is renewed; well below the length of the journal's lease
 * @param retryMax longest pause between attempts to reach the journal
 */
public record RouterSettings(
        List<QueueRule> queues,
        RouterListener listener,
        int mailboxMax,
        int imageRows,
        Duration imageEvery,
        Duration renewEvery,
        Duration retryMax) {
    public static final int MAILBOX_MAX = 10_000;

    public RouterSettings {
        queues = List.copyOf(queues);
        Check.that(!queues.isEmpty(), "a router needs at least one queue");
    }

    public static RouterSettings of(List<QueueRule> queues, RouterListener listener) {
        return new RouterSettings(
                queues,
                listener,
                MAILBOX_MAX,
                5_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1));
    }
}
