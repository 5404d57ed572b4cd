package io.ahoy.telephony.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Asterisk carries every Originate out on a thread of its own, so that of two sent at once the later may ring first. The next is
 * sent only when the phone of the one before is being called. Touched only on the switchboard's thread.
 */
final class RingOrder {
    /** An Asterisk that says nothing of it must not keep the others waiting. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final BiConsumer<Duration, Runnable> after;
    private final Consumer<Leg> dropped;
    private final Deque<Due> due = new ArrayDeque<>();
    private Optional<Leg> underWay = Optional.empty();

    private record Due(Leg leg, Runnable ring) {}

    /**
     * @param after runs something on the same thread after a while
     * @param dropped hears of legs that were no longer wanted when their turn came
     */
    RingOrder(BiConsumer<Duration, Runnable> after, Consumer<Leg> dropped) {
        this.after = after;
        this.dropped = dropped;
    }

    void add(Leg leg, Runnable ring) {
        due.add(new Due(leg, ring));
        next();
    }

    /** Asterisk calls it, or will not. */
    void begun(Leg leg) {
        if (underWay.filter(leg::equals).isPresent()) {
            underWay = Optional.empty();
            next();
        }
    }

    private void next() {
        while (underWay.isEmpty() && !due.isEmpty()) {
            Due first = due.remove();
            if (first.leg().unwanted) {
                dropped.accept(first.leg());
            } else {
                underWay = Optional.of(first.leg());
                after.accept(PATIENCE, () -> begun(first.leg()));
                first.ring().run();
            }
        }
    }
}
