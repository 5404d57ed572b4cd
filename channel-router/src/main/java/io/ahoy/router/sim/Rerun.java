package io.ahoy.router.sim;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.JournalRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;

/**
 * What a journal holds, through the router again exactly as it was.
 *
 * @param image the state before the first row
 * @param from nobody hears of what comes before this row
 */
record Rerun(Image image, List<JournalRow> rows, long from) {
    Rerun {
        rows = List.copyOf(rows);
    }

    /** The router trips over something that it once took, or left out then too. */
    static final class Tripped extends Exception {
        private static final long serialVersionUID = 1;

        Tripped(JournalRow row, Input input, RuntimeException why) {
            super(
                    "row %d of the journal, %s, is more than this version of the router can take: %s"
                            .formatted(row.seq(), input.getClass().getSimpleName(), why.getMessage()),
                    why);
        }
    }

    /** What the listeners are told, and the state in which they came in. */
    record Heard(Image image, Instant begin, Instant end) {}

    /** @param progress told the share that is done, from 0 to 1 */
    Heard play(List<Simulation.Listener> listeners, DoubleConsumer progress) throws Tripped {
        return play(listeners, (row, said) -> {}, progress);
    }

    /** @param finished told what each row has led to */
    Heard play(
            List<Simulation.Listener> listeners, BiConsumer<JournalRow, List<Output>> finished, DoubleConsumer progress)
            throws Tripped {
        Acd acd = Acd.of(image);
        Optional<Heard> heard = Optional.empty();
        int done = 0;
        for (JournalRow row : rows) {
            boolean audible = row.seq() >= from;
            if (audible && heard.isEmpty()) {
                heard = Optional.of(new Heard(acd.image(), row.at(), row.at()));
            }
            List<Output> said = play(acd, row, audible ? listeners : List.of());
            if (audible) {
                finished.accept(row, said);
            }
            progress.accept((double) ++done / rows.size());
        }
        Heard all = heard.orElseGet(() -> new Heard(acd.image(), Instant.EPOCH, Instant.EPOCH));
        Instant end = rows.isEmpty() ? all.begin() : rows.getLast().at();
        return new Heard(all.image(), all.begin(), end);
    }

    private static List<Output> play(Acd acd, JournalRow row, List<Simulation.Listener> listeners) throws Tripped {
        List<Output> all = new ArrayList<>();
        for (Input input : row.inputs()) {
            try {
                List<Output> said = acd.apply(input, row.at());
                all.addAll(said);
                tell(listeners, Optional.of(input), said, row.at());
            } catch (RuntimeException bug) {
                throw new Tripped(row, input, bug);
            }
        }
        if (row.ticked()) {
            List<Output> said = acd.tick(row.at());
            all.addAll(said);
            tell(listeners, Optional.empty(), said, row.at());
        }
        return all;
    }

    private static void tell(
            List<Simulation.Listener> listeners, Optional<Input> input, List<Output> said, Instant now) {
        listeners.forEach(listener -> listener.heard(input, said, now));
    }
}
