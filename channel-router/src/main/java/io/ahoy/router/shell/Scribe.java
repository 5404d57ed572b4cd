package io.ahoy.router.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes what was decided durable, batch after batch, and only then releases it, so that the owner thread can decide the next batch
 * while the last one is being written. Should it fail, nothing that comes later is written or released either.
 */
final class Scribe {
    /** One being written and one that waits for it. More would only make batches smaller. */
    private static final int UNDER_WAY_MAX = 2;

    private final DurableLog log;
    private final OutputDispatcher dispatcher;
    private final ImageSaver images;
    private final LostTime lost;
    private final Runnable failed;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** The first is the one that is being written. */
    private final Deque<Decided> underWay = new ArrayDeque<>();

    private long beganNanos;
    private Optional<Throwable> failure = Optional.empty();

    /** @param failed wakes the owner, who finds out by his next call */
    Scribe(DurableLog log, OutputDispatcher dispatcher, ImageSaver images, LostTime lost, Runnable failed) {
        this.log = log;
        this.dispatcher = dispatcher;
        this.images = images;
        this.lost = lost;
        this.failed = failed;
        this.thread = Thread.ofPlatform().daemon().name("router-scribe").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Waits until another batch may be decided. While the journal is away or slow none is: who cannot be told anything yet must not
     * miss a deadline meanwhile.
     *
     * @throws Fenced and whatever else has stopped it
     */
    void awaitRoom() throws Fenced, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (failure.isEmpty() && (underWay.size() >= UNDER_WAY_MAX || isLate())) {
                changed.await();
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /** After {@link #awaitRoom}. */
    void put(Decided decided) throws Fenced, InterruptedException {
        lock.lockInterruptibly();
        try {
            throwFailure();
            if (underWay.isEmpty()) {
                beganNanos = System.nanoTime();
            }
            underWay.addLast(decided);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all is durable and released. */
    void awaitAll() throws Fenced, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (failure.isEmpty() && !underWay.isEmpty()) {
                changed.await();
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it, whatever it is at, and refuses those who wait for an answer. */
    void abandon(Mailbox mailbox) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        underWay.forEach(decided -> decided.letters().forEach(mailbox::refuse));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLate() {
        return !underWay.isEmpty() && (log.isDown() || lost.isPause(beganNanos, System.nanoTime()));
    }

    private void throwFailure() throws Fenced, InterruptedException {
        if (failure.isEmpty()) {
            return;
        }
        switch (failure.get()) {
            case Fenced fenced -> throw fenced;
            case RuntimeException bug -> throw bug;
            case Error bug -> throw bug;
            case Throwable stop -> throw new InterruptedException(stop.getMessage());
        }
    }

    private void run() {
        try {
            while (true) {
                Decided decided = next();
                long began = System.nanoTime();
                write(decided);
                lost.notePause(began, System.nanoTime());
                done();
            }
        } catch (Fenced | InterruptedException | RuntimeException | Error end) {
            stop(end);
        }
    }

    private Decided next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay.isEmpty()) {
                changed.await();
            }
            beganNanos = System.nanoTime();
            return underWay.getFirst();
        } finally {
            lock.unlock();
        }
    }

    private void write(Decided decided) throws Fenced, InterruptedException {
        if (decided.row().isPresent()) {
            log.append(decided.row().get());
        }
        if (!decided.outputs().isEmpty()) {
            dispatcher.deliver(decided.outputs(), decided.at());
        }
        Answer.giveAll(decided.answers());
        if (decided.renews()) {
            log.renew();
        }
        if (decided.image().isPresent()) {
            images.keep(decided.image().get());
        }
    }

    private void done() {
        lock.lock();
        try {
            underWay.removeFirst();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stop(Throwable end) {
        lock.lock();
        try {
            failure = Optional.of(end);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        failed.run();
    }
}
