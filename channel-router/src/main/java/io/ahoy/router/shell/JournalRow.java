package io.ahoy.router.shell;

import io.ahoy.router.acd.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One batch as the core took it: all inputs at the same instant, then the deadlines up to it.
 *
 * @param seq from 1, without gaps
 * @param ticked whether the deadlines were let run out after the inputs
 * @param said the {@link RowHash} of what followed; absent: an older version wrote it
 */
public record JournalRow(long seq, Instant at, List<Input> inputs, boolean ticked, Optional<String> said) {
    public JournalRow {
        inputs = List.copyOf(inputs);
    }

    public JournalRow(long seq, Instant at, List<Input> inputs, boolean ticked) {
        this(seq, at, inputs, ticked, Optional.empty());
    }
}
