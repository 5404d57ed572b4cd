package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits for the owner thread. Bounded for arrivals only: everything else concerns somebody who was already let in, so its number
 * is bounded by theirs.
 */
final class Mailbox {
    private static final int BATCH_MAX = 1_000;

    private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final int arrivalsMax;
    /** Not decided yet: those in the queue, and one that {@link #await} has taken out of it. */
    private final AtomicInteger undecided = new AtomicInteger();

    private volatile boolean closed;
    private volatile String whyClosed = "the router is stopping";

    sealed interface Letter {
        CompletableFuture<?> answer();

        record Post(Input input, CompletableFuture<List<Output>> answer) implements Letter {}

        /** Asks for the state. */
        record Look(CompletableFuture<Image> answer) implements Letter {}

        /** Only to be noticed. */
        record Nudge(CompletableFuture<Void> answer) implements Letter {}
    }

    Mailbox(int arrivalsMax) {
        this.arrivalsMax = arrivalsMax;
    }

    void drop(Letter letter) {
        boolean arrival = letter instanceof Letter.Post post && post.input() instanceof Input.Arrived;
        if (arrival && undecided.get() >= arrivalsMax) {
            letter.answer()
                    .completeExceptionally(new Refused("the router is overloaded: " + arrivalsMax + " inputs wait"));
            return;
        }
        undecided.incrementAndGet();
        letters.add(letter);
        // Whoever closes it empties it afterwards: so either he answers this letter or we do.
        if (closed && letters.remove(letter)) {
            refuse(letter);
        }
    }

    /** Waits for the first letter and takes it. */
    List<Letter> await(Duration wait) throws InterruptedException {
        List<Letter> batch = new ArrayList<>();
        Letter first = letters.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        if (first != null) {
            batch.add(first);
        }
        return batch;
    }

    /** Takes what has come meanwhile; the whole batch is decided now. */
    void fill(List<Letter> batch) {
        letters.drainTo(batch, BATCH_MAX - batch.size());
        undecided.addAndGet(-batch.size());
    }

    void close() {
        closed = true;
        undecided.incrementAndGet();
        letters.add(new Letter.Nudge(new CompletableFuture<>()));
    }

    boolean isFinished() {
        return closed && letters.isEmpty();
    }

    void refuseAll(String why) {
        whyClosed = why;
        closed = true;
        List<Letter> rest = new ArrayList<>();
        letters.drainTo(rest);
        rest.forEach(this::refuse);
    }

    void refuse(Letter letter) {
        letter.answer().completeExceptionally(new Refused(whyClosed));
    }
}
