package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import java.time.Instant;

/** Kills its router right after an arrival has become durable. */
final class DeadlyJournal implements Journal {
    private final Journal journal;

    DeadlyJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(RowText row) throws Fenced, JournalDown {
        journal.append(row);
        JournalRow read = JournalJson.readRow(row.seq(), row.at(), row.payload());
        if (read.inputs().stream().anyMatch(Input.Arrived.class::isInstance)) {
            throw new AssertionError("killed, as this test wants it");
        }
    }

    @Override
    public Recovery open() throws Fenced, JournalDown {
        return journal.open();
    }

    @Override
    public Recovery read() throws JournalDown {
        return journal.read();
    }

    @Override
    public void renew() throws Fenced, JournalDown {
        journal.renew();
    }

    @Override
    public void saveImage(long seq, Instant at, Image image) throws JournalDown {
        journal.saveImage(seq, at, image);
    }

    @Override
    public void close() {
        journal.close();
    }
}
