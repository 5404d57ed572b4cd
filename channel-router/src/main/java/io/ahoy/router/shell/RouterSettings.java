package io.ahoy.router.shell;

import io.ahoy.router.acd.Check;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.QueueRule;
import java.time.Duration;
import java.util.List;

/**
 * How a router is run.
 *
 * @param configuration as it is now; at least one queue, so that every arrival has a line
 * @param mailboxMax arrivals are refused beyond this many waiting inputs
 * @param imageRows an image is due after this many journal rows
 * @param imageEvery or after this time, whichever is first
 * @param renewEvery how often the ownership is renewed; well below the length of the journal's lease
 * @param retryMax longest pause between attempts to reach the journal
 * @param pauseMin deadlines are moved by every pause in which nobody could be heard, unless it was shorter than this
 */
public record RouterSettings(
        Input.QueuesChanged configuration,
        RouterListener listener,
        int mailboxMax,
        int imageRows,
        Duration imageEvery,
        Duration renewEvery,
        Duration retryMax,
        Duration pauseMin) {
    public static final int MAILBOX_MAX = 10_000;
    private static final Duration PAUSE_MIN = Duration.ofSeconds(1);

    public RouterSettings {
        Check.that(!configuration.queues().isEmpty(), "a router needs at least one queue");
    }

    /** With the channels' defaults, and a pause that nobody would call a misfortune. */
    public RouterSettings(
            List<QueueRule> queues,
            RouterListener listener,
            int mailboxMax,
            int imageRows,
            Duration imageEvery,
            Duration renewEvery,
            Duration retryMax) {
        this(
                new Input.QueuesChanged(queues),
                listener,
                mailboxMax,
                imageRows,
                imageEvery,
                renewEvery,
                retryMax,
                PAUSE_MIN);
    }

    public static RouterSettings of(List<QueueRule> queues, RouterListener listener) {
        return of(new Input.QueuesChanged(queues), listener);
    }

    public static RouterSettings of(Input.QueuesChanged configuration, RouterListener listener) {
        return new RouterSettings(
                configuration,
                listener,
                MAILBOX_MAX,
                5_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                PAUSE_MIN);
    }
}
