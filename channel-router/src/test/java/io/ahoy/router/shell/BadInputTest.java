package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The world contradicts itself; the shell counts it and goes on. */
class BadInputTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MemoryJournal.Store store = new MemoryJournal.Store();
    private final Recording outlet = new Recording();
    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong();
    private RouterShell router;
    private SmallFloor floor;

    @BeforeEach
    void start() throws Exception {
        router = RouterShell.start(
                SmallFloor.settings(Duration.ofSeconds(20), new RouterListener() {}),
                new MemoryJournal(store),
                RouterTime.of(clock::get, nanos::get),
                List.of(outlet));
        floor = new SmallFloor(router);
        floor.ready(SmallFloor.ANNA);
    }

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void whoIsUnknownChangesNothingAndIsCounted() {
        long before = router.ignored();
        List<CompletableFuture<List<Output>>> unknown = List.of(
                floor.accept(9, 1),
                floor.connected(9, 1),
                floor.leave(9),
                floor.end(9),
                floor.transferOut(9, "+4930"),
                router.submit(new Input.SeatResumed(SmallFloor.BO)),
                router.submit(new Input.WrapUpDone(SmallFloor.BO)),
                router.submit(new Input.MovedToQueue(SmallFloor.id(9), new QueueId("nowhere"))));
        changeNothing(before, Image.EMPTY.interactions(), unknown);
    }

    @Test
    void whatIsLateRepeatedOrOutOfOrderChangesNothingAndIsCounted() {
        floor.arrive(1).join();
        List<InteractionView> offered = router.image().join().interactions();
        long before = router.ignored();
        changeNothing(
                before, offered, List.of(floor.arrive(1), floor.connected(1, 1), floor.end(2), floor.accept(1, 7)));
        floor.leave(1).join();
        before = router.ignored();
        changeNothing(
                before, List.of(), List.of(floor.accept(1, 1), floor.connected(1, 1), floor.leave(1), floor.arrive(1)));
    }

    @Test
    void whoComesForAnUnknownQueueIsNotLost() {
        router.submit(new Input.Arrived(SmallFloor.id(1), Channel.VOICE, new QueueId("slaes"), START))
                .join();
        assertThat(router.image().join().interactions())
                .singleElement()
                .satisfies(view -> assertThat(view.queue()).isEqualTo(new QueueId("sales")));
    }

    @Test
    void aClockSetForwardByAnHourLetsNoOfferRunOut() {
        floor.arrive(1).join();
        clock.set(START.plus(HOUR));
        router.submit(new Input.SeatResumed(SmallFloor.BO)).join();
        assertThat(outlet.all(Output.OfferEnded.class)).isEmpty();
        pass(Duration.ofMinutes(1));
        runsOut();
        staysValid();
    }

    @Test
    void aClockSetBackByAnHourHoldsUpNobody() {
        floor.arrive(1).join();
        clock.set(START.minus(HOUR));
        assertThat(floor.accept(1, 1).join()).hasAtLeastOneElementOfType(Output.Connect.class);
        floor.connected(1, 1).join();
        floor.arrive(2).join();
        assertThat(router.image().join().interactions())
                .extracting(InteractionView::state)
                .containsExactly(InteractionState.ACTIVE, InteractionState.WAITING);
        staysValid();
    }

    /** A little slower until it has caught up, but it goes on. */
    @Test
    void aClockSetBackByAnHourDoesNotStopTime() {
        floor.arrive(1).join();
        clock.set(START.minus(HOUR));
        pass(Duration.ofMinutes(1));
        runsOut();
        staysValid();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.updateAndGet(at -> at.plus(time));
    }

    private void runsOut() {
        await().untilAsserted(() -> {
            router.submit(new Input.SeatResumed(SmallFloor.BO)).join();
            assertThat(outlet.all(Output.OfferEnded.class))
                    .extracting(Output.OfferEnded::outcome)
                    .containsExactly(OfferOutcome.TIMED_OUT);
        });
        assertThat(router.submit(new Input.SeatResumed(SmallFloor.ANNA)).join())
                .hasAtLeastOneElementOfType(Output.Offer.class);
    }

    /** Renewals go on by a clock that nobody sets, so another router does not take an abandoned domain for free. */
    @Test
    void aClockSetBackDoesNotCostTheDomain() {
        clock.set(START.minus(HOUR));
        router.image().join();
        store.goAway();
        // Nothing is submitted: only a renewal can find out.
        await().until(router::journalDown);
        store.comeBack();
        await().until(() -> !router.journalDown());
    }

    private void changeNothing(
            long before, List<InteractionView> interactions, List<CompletableFuture<List<Output>>> inputs) {
        inputs.forEach(answer -> assertThat(answer.join()).isEmpty());
        assertThat(router.ignored()).isEqualTo(before + inputs.size());
        assertThat(router.image().join().interactions()).isEqualTo(interactions);
    }

    /** What is in the journal leads to the very state that is in force. */
    private void staysValid() {
        assertThat(store.rows()).extracting(JournalRow::at).isSorted();
        Image image = router.image().join();
        Acd again = Acd.of(Image.EMPTY);
        for (JournalRow row : store.rows()) {
            row.inputs().forEach(input -> again.apply(input, row.at()));
            if (row.ticked()) {
                again.tick(row.at());
            }
        }
        assertThat(again.image()).isEqualTo(image);
        assertThat(router.bugs()).isZero();
    }
}
