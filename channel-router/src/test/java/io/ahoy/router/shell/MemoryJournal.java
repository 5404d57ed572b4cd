package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A journal without a database, which can be taken away. Several may share one {@link Store}, as routers share a database. */
final class MemoryJournal implements Journal {
    static final class Store {
        private final List<JournalRow> rows = new ArrayList<>();
        private final TreeMap<Long, Saved> images = new TreeMap<>();
        private long epoch;
        private boolean away;
        private boolean losesAnswers;
        private CountDownLatch gate = new CountDownLatch(0);
        private int held;

        private record Saved(Instant at, String image) {}

        synchronized void goAway() {
            away = true;
        }

        /** The next append is written, but its answer is lost. */
        synchronized void loseAnswer() {
            losesAnswers = true;
        }

        /** From now on whoever appends waits. */
        synchronized void hold() {
            gate = new CountDownLatch(1);
            held = 0;
        }

        synchronized void letGo() {
            gate.countDown();
        }

        synchronized boolean isHoldingSomebody() {
            return held > 0;
        }

        private void pass() {
            CountDownLatch now;
            synchronized (this) {
                now = gate;
                held++;
            }
            try {
                now.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        synchronized void comeBack() {
            away = false;
        }

        synchronized List<JournalRow> rows() {
            return List.copyOf(rows);
        }

        synchronized int images() {
            return images.size();
        }
    }

    private final Store store;
    private long epoch;

    MemoryJournal(Store store) {
        this.store = store;
    }

    @Override
    public Recovery open() throws JournalDown {
        synchronized (store) {
            requireUp();
            epoch = ++store.epoch;
            return read();
        }
    }

    @Override
    public Recovery read() throws JournalDown {
        synchronized (store) {
            requireUp();
            Optional<java.util.Map.Entry<Long, Store.Saved>> newest = Optional.ofNullable(store.images.lastEntry());
            long seq = newest.map(java.util.Map.Entry::getKey).orElse(0L);
            return new Recovery(
                    newest.map(saved -> JournalJson.readImage(saved.getValue().image()))
                            .orElse(Image.EMPTY),
                    seq,
                    newest.map(saved -> saved.getValue().at()).orElse(Instant.EPOCH),
                    store.rows.stream().filter(row -> row.seq() > seq).toList(),
                    Optional.empty());
        }
    }

    @Override
    public void append(RowText row) throws Fenced, JournalDown {
        store.pass();
        synchronized (store) {
            renew();
            if (store.rows.size() < row.seq()) {
                store.rows.add(JournalJson.readRow(row.seq(), row.at(), row.payload()));
            }
            if (store.losesAnswers) {
                store.losesAnswers = false;
                throw new JournalDown("answer lost", new IllegalStateException());
            }
        }
    }

    @Override
    public void renew() throws Fenced, JournalDown {
        synchronized (store) {
            requireUp();
            if (store.epoch != epoch) {
                throw new Fenced("epoch " + store.epoch);
            }
        }
    }

    @Override
    public void saveImage(long seq, Instant at, Image image) throws JournalDown {
        synchronized (store) {
            requireUp();
            store.images.put(seq, new Store.Saved(at, JournalJson.write(image)));
        }
    }

    @Override
    public void close() {}

    private void requireUp() throws JournalDown {
        if (store.away) {
            throw new JournalDown("away", new IllegalStateException());
        }
    }
}
