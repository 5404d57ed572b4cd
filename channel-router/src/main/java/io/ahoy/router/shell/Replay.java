package io.ahoy.router.shell;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Journal.Recovery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state that a journal leads to, and what was said on the way. An input on which the core now trips over a bug of its own is left
 * out: a router that cannot start helps nobody.
 */
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int TICK = -1;

    private final Recovery recovery;
    private final Set<Place> poisonous = new HashSet<>();
    private Acd acd;
    private final List<Said> said = new ArrayList<>();

    /** @param index of the input in its row, or {@link #TICK} */
    private record Place(long seq, int index) {}

    record Said(List<Output> outputs, Instant at) {}

    Replay(Recovery recovery) {
        this.recovery = recovery;
        this.acd = Acd.of(recovery.image());
        Optional<Place> failed = run();
        while (failed.isPresent()) {
            poisonous.add(failed.get());
            failed = run();
        }
    }

    Acd acd() {
        return acd;
    }

    List<Said> said() {
        return said;
    }

    private Optional<Place> run() {
        acd = Acd.of(recovery.image());
        said.clear();
        for (JournalRow row : recovery.tail()) {
            Optional<Place> failed = run(row);
            if (failed.isPresent()) {
                return failed;
            }
        }
        return Optional.empty();
    }

    private Optional<Place> run(JournalRow row) {
        List<Output> outputs = new ArrayList<>();
        int index = 0;
        try {
            for (; index < row.inputs().size(); index++) {
                if (!poisonous.contains(new Place(row.seq(), index))) {
                    outputs.addAll(acd.apply(row.inputs().get(index), row.at()));
                }
            }
            index = TICK;
            if (row.ticked() && !poisonous.contains(new Place(row.seq(), TICK))) {
                outputs.addAll(acd.tick(row.at()));
            }
        } catch (RuntimeException bug) {
            LOG.error("Journal row {}, input {} is left out of the replay", row.seq(), index, bug);
            return Optional.of(new Place(row.seq(), index));
        }
        if (!outputs.isEmpty()) {
            said.add(new Said(outputs, row.at()));
        }
        return Optional.empty();
    }
}
