package io.ahoy.router.sim;

import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.JournalRow;
import io.ahoy.router.shell.RowHash;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Compares what a replay says, row by row, with the hash of what the router said when it wrote the row. */
final class AsRecorded implements BiConsumer<JournalRow, List<Output>> {
    private long rows;
    private long hashed;
    private long equal;
    private Optional<JournalRow> firstOther = Optional.empty();

    @Override
    public void accept(JournalRow row, List<Output> said) {
        rows++;
        if (row.said().isEmpty()) {
            return;
        }
        hashed++;
        if (row.said().get().equals(RowHash.of(said))) {
            equal++;
        } else if (firstOther.isEmpty()) {
            firstOther = Optional.of(row);
        }
    }

    long rows() {
        return rows;
    }

    /** Those that were written with a hash: by versions of Ahoy that write it. */
    long hashed() {
        return hashed;
    }

    long equal() {
        return equal;
    }

    /** The first in which something else is said now. */
    Optional<JournalRow> firstOther() {
        return firstOther;
    }
}
