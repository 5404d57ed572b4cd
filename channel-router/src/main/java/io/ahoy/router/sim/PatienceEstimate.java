package io.ahoy.router.sim;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long those would have waited who were answered first. Of them the recording knows only that they were ready to wait longer than
 * they had to, which Kaplan and Meier's estimator (1958) makes use of: the share who wait longer than t is the product of (1 − 1 ÷ still
 * waiting) over all who left until t. Each is given a patience from what is left of that beyond his own wait, without chance.
 */
final class PatienceEstimate {
    /** The golden section's multiples fill the space between 0 and 1 evenly, however many there are. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    private final Map<InteractionId, Duration> patience = new HashMap<>();

    /**
     * One customer's first wait.
     *
     * @param left of his own will; else he was answered, or his wait ended otherwise
     */
    record Wait(InteractionId id, QueueId queue, Duration length, boolean left) {}

    PatienceEstimate(List<Wait> waits) {
        Map<QueueId, List<Wait>> byQueue = new HashMap<>();
        waits.forEach(wait ->
                byQueue.computeIfAbsent(wait.queue(), of -> new ArrayList<>()).add(wait));
        byQueue.values().forEach(this::estimate);
    }

    /** Absent: longer than anybody was seen to wait. */
    Optional<Duration> of(InteractionId id) {
        return Optional.ofNullable(patience.get(id));
    }

    private void estimate(List<Wait> waits) {
        // Of equal lengths those who left count first, as the others waited longer.
        waits.sort(Comparator.comparing(Wait::length)
                .thenComparing(wait -> !wait.left())
                .thenComparing(Wait::id));
        List<Duration> leavings = new ArrayList<>();
        List<Double> staying = new ArrayList<>();
        double stays = 1;
        int number = 0;
        Map<InteractionId, Double> drawn = new HashMap<>();
        for (int i = 0; i < waits.size(); i++) {
            Wait wait = waits.get(i);
            if (wait.left()) {
                stays *= 1 - 1.0 / (waits.size() - i);
                leavings.add(wait.length());
                staying.add(stays);
            } else {
                drawn.put(wait.id(), stays * (++number * GOLDEN % 1));
            }
        }
        drawn.forEach((id, share) -> first(staying, share).ifPresent(at -> patience.put(id, leavings.get(at))));
    }

    /** The first leaving after which at most this share still waits; they only become fewer. */
    private static Optional<Integer> first(List<Double> staying, double share) {
        int from = 0;
        int to = staying.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (staying.get(middle) <= share) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from < staying.size() ? Optional.of(from) : Optional.empty();
    }
}
