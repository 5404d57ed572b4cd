package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Chaos;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Names;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal does. */
abstract class JournalContract {
    /** Returns a journal of the same domain each time within one test */
    abstract Journal journal(String owner);

    @Test
    void isEmptyAtFirst() throws Exception {
        try (Journal journal = journal("a")) {
            Journal.Recovery found = journal.open();
            assertThat(found.image()).isEqualTo(Image.EMPTY);
            assertThat(found.lastSeq()).isZero();
        }
    }

    @Test
    void leadsBackToTheSameState() throws Exception {
        Chaos chaos = new Chaos(7);
        Acd acd = Acd.of(Image.EMPTY);
        List<JournalRow> rows = new ArrayList<>();
        try (Journal journal = journal("a")) {
            journal.open();
            for (int seq = 1; seq <= 400; seq++) {
                JournalRow row = row(seq, chaos.next(acd.nextDeadline()));
                rows.add(row);
                journal.append(RowText.of(row));
                chaos.heard(run(acd, row));
                if (seq == 150) {
                    journal.saveImage(seq, row.at(), acd.image());
                }
            }
        }
        try (Journal journal = journal("a")) {
            Journal.Recovery found = journal.open();
            assertThat(found.imageSeq()).isEqualTo(150);
            assertThat(found.imageAt()).isEqualTo(rows.get(149).at());
            assertThat(found.tail()).isEqualTo(rows.subList(150, 400));
            assertThat(new Replay(found).acd().image()).isEqualTo(acd.image());
        }
    }

    @Test
    void theNewestImageCounts() throws Exception {
        try (Journal journal = journal("a")) {
            journal.open();
            for (int seq = 1; seq <= 9; seq++) {
                journal.append(RowText.of(tick(seq)));
                journal.saveImage(seq, Names.START, Image.EMPTY);
            }
            journal.append(RowText.of(tick(10)));
            assertThat(journal.read().imageSeq()).isEqualTo(9);
            assertThat(journal.read().tail()).containsExactly(tick(10));
        }
    }

    @Test
    void appendingTheSameRowAgainIsLegal() throws Exception {
        try (Journal journal = journal("a")) {
            journal.open();
            journal.append(RowText.of(tick(1)));
            journal.append(RowText.of(tick(1)));
            journal.append(RowText.of(tick(2)));
            assertThat(journal.read().tail()).containsExactly(tick(1), tick(2));
        }
    }

    @Test
    void anOldOwnerCannotWrite() throws Exception {
        Journal old = journal("a");
        old.open();
        old.append(RowText.of(tick(1)));
        try (Journal next = journal("a")) {
            assertThat(next.open().lastSeq()).isEqualTo(1);
            assertThatThrownBy(() -> old.append(RowText.of(tick(2)))).isInstanceOf(Fenced.class);
            assertThatThrownBy(old::renew).isInstanceOf(Fenced.class);
            next.append(RowText.of(tick(2)));
            assertThatThrownBy(() -> old.append(RowText.of(tick(2)))).isInstanceOf(Fenced.class);
            assertThat(next.read().tail()).containsExactly(tick(1), tick(2));
            next.renew();
        }
        old.close();
    }

    static JournalRow tick(long seq) {
        return new JournalRow(seq, Names.START.plusSeconds(seq), List.of(), true);
    }

    private static JournalRow row(long seq, Chaos.Step step) {
        Instant now = step.now();
        List<Input> inputs = step.input().stream().toList();
        return new JournalRow(seq, now, inputs, inputs.isEmpty());
    }

    private static List<Output> run(Acd acd, JournalRow row) {
        List<Output> said = new ArrayList<>();
        row.inputs().forEach(input -> said.addAll(acd.apply(input, row.at())));
        if (row.ticked()) {
            said.addAll(acd.tick(row.at()));
        }
        return said;
    }
}
