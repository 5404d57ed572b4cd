package io.ahoy.router.shell;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Mailbox.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the core: one owner thread takes what has come, stamps the time once and applies it; the {@link Scribe} makes the inputs durable
 * and only then releases what follows from them, while the owner decides the next batch.
 *
 * <p>While the journal is away nothing is decided: calls wait in the dialplan with music, conversations go on, inputs wait in the
 * mailbox (arrivals are refused when it is full). When it is back every deadline moves by the time lost, and the inputs that waited
 * are applied before any deadline runs out, so that an agent who answered meanwhile has answered in time.
 */
public final class RouterShell implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouterShell.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final RouterSettings settings;
    private final Journal journal;
    private final DurableLog log;
    private final RouterTime time;
    private final Mailbox mailbox;
    private final OutputDispatcher dispatcher;
    private final ImageSaver images;
    private final LostTime lost;
    private final Scribe scribe;
    private final LongAdder bugs = new LongAdder();
    private final Oddities oddities = new Oddities(System.nanoTime());
    private final Thread owner;

    // Of the owner thread.
    private Acd acd;
    private long seq;
    private Instant now;
    /** By the clock that nobody sets: the lease runs on when ours is set back. */
    private long renewAtNanos;

    private Instant tickNotBefore = Instant.EPOCH;
    private long heardNanos;

    private RouterShell(RouterSettings settings, Journal journal, RouterTime time, List<Outlet> outlets)
            throws Fenced, JournalDown {
        this.settings = settings;
        this.journal = journal;
        this.time = time;
        this.mailbox = new Mailbox(settings.mailboxMax());
        Journal.Recovery recovery = journal.open();
        Replay replay = new Replay(recovery);
        this.acd = replay.acd();
        this.seq = recovery.lastSeq();
        Instant lastAt = recovery.lastAt();
        Instant lastSeen = recovery.lastAlive().filter(lastAt::isBefore).orElse(lastAt);
        this.renewAtNanos = System.nanoTime() + settings.renewEvery().toNanos();
        time.notBefore(lastAt);
        this.now = time.now();
        Duration away = acd.nextDeadline().isPresent() ? Duration.between(lastSeen, now) : Duration.ZERO;
        // The last sign of life is by the database's clock; if that is ahead of ours, nothing is known to be lost.
        this.lost = new LostTime(away.isNegative() ? Duration.ZERO : away, settings.pauseMin(), System.nanoTime());
        this.log = new DurableLog(journal, settings, InstantSource.system(), lost);
        this.dispatcher = new OutputDispatcher(outlets);
        this.images = new ImageSaver(journal, dispatcher, settings, recovery.imageSeq(), now);
        this.scribe = new Scribe(
                log, dispatcher, images, lost, () -> mailbox.drop(new Letter.Nudge(new CompletableFuture<>())));
        Image image = acd.image();
        Input.QueuesChanged configured = settings.configuration();
        if (!image.follows(configured)) {
            // Should it fail the core has logged its bug, and the queues are those of the image.
            CompletableFuture<List<Output>> unused = submit(configured);
        }
        LOG.info(
                "Routing begins: {} interactions and {} seats from row {}, {} rows replayed",
                image.interactions().size(),
                image.seats().size(),
                seq,
                recovery.tail().size());
        this.owner = Thread.ofPlatform().daemon().name("router").unstarted(() -> run(replay.said(), image));
    }

    /**
     * Takes the domain over, recovers, starts the outlets (each on its own thread) and begins to route. Returns as soon as inputs
     * are taken.
     */
    public static RouterShell start(RouterSettings settings, Journal journal, RouterTime time, List<Outlet> outlets)
            throws Fenced, JournalDown {
        RouterShell shell = new RouterShell(settings, journal, time, outlets);
        shell.owner.start();
        return shell;
    }

    @Override
    public CompletableFuture<List<Output>> submit(Input input) {
        Letter.Post post = new Letter.Post(input, new CompletableFuture<>());
        mailbox.drop(post);
        return post.answer();
    }

    /** The state after everything submitted before. */
    public CompletableFuture<Image> image() {
        Letter.Look look = new Letter.Look(new CompletableFuture<>());
        mailbox.drop(look);
        return look.answer();
    }

    public boolean journalDown() {
        return log.isDown();
    }

    /** Inputs and deadlines on which the core tripped over a bug of ours since the start; each is in the log. */
    public long bugs() {
        return bugs.sum();
    }

    /**
     * Inputs since the start that no longer fitted: late, repeated, or about somebody unknown. Each is in the log at debug, and once a
     * minute how many of each kind there were.
     */
    public long ignored() {
        return oddities.ignored();
    }

    /** Stops taking inputs, finishes those taken, waits for the outlets and gives the domain up. */
    @Override
    public void close() {
        log.giveUp();
        mailbox.close();
        try {
            if (!owner.join(CLOSE_LIMIT.multipliedBy(2))) {
                owner.interrupt();
                owner.join();
            }
        } catch (InterruptedException e) {
            owner.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<Replay.Said> missed, Image image) {
        String why = "the router has stopped";
        try {
            for (Replay.Said said : missed) {
                dispatcher.replay(said.outputs(), said.at());
            }
            dispatcher.start(image, now);
            scribe.start();
            heardNanos = System.nanoTime();
            while (!mailbox.isFinished()) {
                turn();
            }
            scribe.awaitAll();
            if (dispatcher.close(CLOSE_LIMIT)) {
                images.save(seq, now, acd.image());
            }
        } catch (Fenced other) {
            why = "this router no longer owns its domain: " + other.getMessage();
            LOG.error("Stopped: {}", why);
            settings.listener().stopped(why);
        } catch (InterruptedException stop) {
            LOG.warn("Stopped before everything was done: {}", stop.getMessage());
        } catch (RuntimeException | Error bug) {
            why = "a bug has stopped the router: " + bug;
            LOG.error("Stopped", bug);
            settings.listener().stopped(why);
        } finally {
            mailbox.refuseAll(why);
            scribe.abandon(mailbox);
            dispatcher.abandon();
            journal.close();
        }
    }

    private void turn() throws Fenced, InterruptedException {
        List<Letter> letters = listen();
        boolean finished = false;
        try {
            scribe.awaitRoom();
            mailbox.fill(letters);
            Decided decided = decide(letters);
            if (!decided.isNothing()) {
                scribe.put(decided);
            }
            finished = true;
        } finally {
            if (!finished) {
                letters.forEach(mailbox::refuse);
            }
        }
    }

    private Decided decide(List<Letter> letters) throws Fenced, InterruptedException {
        now = time.now();
        Batch batch = new Batch();
        Duration leap = time.takeLeap();
        if (leap.isPositive()) {
            LOG.warn("The clock was set forward by {}; nobody's time has run out by that", leap);
        }
        Duration outage = lost.take().plus(leap);
        if (outage.isPositive()) {
            batch.take(new Input.Outage(outage), new CompletableFuture<>());
        }
        for (Letter letter : letters) {
            switch (letter) {
                case Letter.Post(Input input, CompletableFuture<List<Output>> answer) -> batch.take(input, answer);
                case Letter.Look(CompletableFuture<Image> answer) -> batch.looks.add(answer);
                case Letter.Nudge(CompletableFuture<Void> answer) -> answer.complete(null);
            }
        }
        batch.tick();
        return batch.decided(letters);
    }

    private List<Letter> listen() throws InterruptedException {
        long began = System.nanoTime();
        lost.notePause(heardNanos, began);
        Duration wait = lost.isSome() ? Duration.ZERO : untilNextWork();
        List<Letter> letters = mailbox.await(wait);
        heardNanos = System.nanoTime();
        // When the whole process stood still, whoever answered meanwhile is in the mailbox now.
        lost.notePause(began + wait.toNanos(), heardNanos);
        return letters;
    }

    private Duration untilNextWork() {
        Duration renewal = Duration.ofNanos(renewAtNanos - System.nanoTime());
        Duration wait = acd.nextDeadline()
                .map(at -> Duration.between(time.now(), at.isBefore(tickNotBefore) ? tickNotBefore : at))
                .filter(due -> due.compareTo(renewal) < 0)
                .orElse(renewal);
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    /** What is decided at one moment. */
    private final class Batch {
        private final List<Input> inputs = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();
        private final List<Answer<?>> answers = new ArrayList<>();
        private final List<CompletableFuture<Image>> looks = new ArrayList<>();
        private boolean ticked;

        void take(Input input, CompletableFuture<List<Output>> answer) throws Fenced, InterruptedException {
            try {
                if (input instanceof Input.Arrived arrived && !acd.hasQueue(arrived.queue())) {
                    oddities.queueUnknown();
                    LOG.warn(
                            "There is no queue {}; {} waits in the first one instead",
                            arrived.queue(),
                            arrived.interaction());
                }
                List<Output> said = acd.apply(input, now);
                inputs.add(input);
                outputs.addAll(said);
                if (said.isEmpty()) {
                    oddities.ignored(input);
                    LOG.debug("Changed nothing, because {}: {}", acd.whyNothing(input), input);
                }
                answers.add(new Answer<>(answer, said));
            } catch (RuntimeException bug) {
                bugs.increment();
                LOG.error("A bug in the router; it goes on without this input: {}", input, bug);
                answer.completeExceptionally(bug);
                startOver();
            }
        }

        void tick() throws Fenced, InterruptedException {
            if (now.isBefore(tickNotBefore)) {
                return;
            }
            try {
                List<Output> said = acd.tick(now);
                outputs.addAll(said);
                ticked = true;
            } catch (RuntimeException bug) {
                bugs.increment();
                LOG.error("A bug in the router; deadlines are tried again in a second", bug);
                tickNotBefore = now.plusSeconds(1);
                startOver();
            }
        }

        Decided decided(List<Letter> letters) {
            Optional<RowText> row = Optional.empty();
            if (!inputs.isEmpty() || !outputs.isEmpty()) {
                seq++;
                row = Optional.of(
                        RowText.of(new JournalRow(seq, now, inputs, ticked, Optional.of(RowHash.of(outputs)))));
            }
            if (!looks.isEmpty()) {
                Image image = acd.image();
                looks.forEach(look -> answers.add(new Answer<>(look, image)));
            }
            long nanos = System.nanoTime();
            boolean renews = nanos - renewAtNanos >= 0;
            if (renews) {
                renewAtNanos = nanos + settings.renewEvery().toNanos();
                oddities.report(nanos).ifPresent(odd -> LOG.info("In the last minute: {}", odd));
            }
            return new Decided(
                    letters, row, List.copyOf(outputs), now, answers, renews, images.perhaps(seq, now, acd::image));
        }

        /** A half-changed state is worth nothing: build it again from what is durable and what this batch has taken so far. */
        private void startOver() throws Fenced, InterruptedException {
            scribe.awaitAll();
            acd = new Replay(log.read()).acd();
            inputs.forEach(input -> acd.apply(input, now));
        }
    }
}
