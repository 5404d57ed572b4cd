package io.ahoy.router.shell;

import io.ahoy.router.acd.Input;
import java.time.Instant;
import java.util.List;

/**
 * One batch as the core took it: all inputs at the same instant, then the deadlines up to it.
 *
 * @param seq from 1, without gaps
 * @param ticked whether the deadlines were let run out after the inputs
 */
public record JournalRow(long seq, Instant at, List<Input> inputs, boolean ticked) {
    public JournalRow {
        inputs = List.copyOf(inputs);
    }
}
