package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouterShellTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MemoryJournal.Store store = new MemoryJournal.Store();
    private final Recording outlet = new Recording();
    private final List<String> heard = new ArrayList<>();
    private final List<RouterShell> started = new ArrayList<>();

    private final RouterListener listener = new RouterListener() {
        @Override
        public void journalDown(Instant since, String why) {
            note("down");
        }

        @Override
        public void journalUp() {
            note("up");
        }

        @Override
        public void stopped(String why) {
            note("stopped");
        }
    };

    @AfterEach
    void close() {
        store.comeBack();
        started.forEach(RouterShell::close);
    }

    @Test
    void offersAndDeliversInOrder() throws Exception {
        SmallFloor floor = new SmallFloor(start(LONG));
        floor.ready(SmallFloor.ANNA);
        List<Output> said = floor.arrive(1).join();
        assertThat(said).hasAtLeastOneElementOfType(Output.Offer.class);
        floor.accept(1, 1).join();
        floor.connected(1, 1).join();
        await().untilAsserted(() -> assertThat(outlet.all(Output.InteractionChanged.class))
                .extracting(changed -> changed.interaction().state())
                .containsExactly(
                        InteractionState.WAITING,
                        InteractionState.OFFERED,
                        InteractionState.CONNECTING,
                        InteractionState.ACTIVE));
        assertThat(outlet.first()).contains(Image.EMPTY);
    }

    @Test
    void anInputThatNoLongerFitsIsAnsweredWithNothing() throws Exception {
        SmallFloor floor = new SmallFloor(start(LONG));
        assertThat(floor.accept(1, 1).join()).isEmpty();
    }

    @Test
    void deadlinesRunOutByThemselves() throws Exception {
        SmallFloor floor = new SmallFloor(start(Duration.ofMillis(300)));
        floor.ready(SmallFloor.ANNA);
        floor.ready(SmallFloor.BO);
        floor.arrive(1).join();
        await().untilAsserted(() -> assertThat(outlet.all(Output.Offer.class))
                .extracting(Output.Offer::agent)
                .containsExactly(SmallFloor.ANNA, SmallFloor.BO));
        assertThat(outlet.has(output -> output instanceof Output.SeatChanged seat
                        && seat.seat().reason().equals(java.util.Optional.of(BreakReason.MISSED))))
                .isTrue();
    }

    @Test
    void nothingIsReleasedBeforeItIsDurable() throws Exception {
        SmallFloor floor = new SmallFloor(start(LONG));
        floor.ready(SmallFloor.ANNA);
        store.goAway();
        CompletableFuture<List<Output>> answer = floor.arrive(1);
        await().untilAsserted(() -> assertThat(notes()).contains("down"));
        assertThat(answer).isNotDone();
        assertThat(outlet.all(Output.Offer.class)).isEmpty();
        store.comeBack();
        assertThat(answer.join()).hasAtLeastOneElementOfType(Output.Offer.class);
        await().untilAsserted(() -> assertThat(outlet.all(Output.Offer.class)).hasSize(1));
        assertThat(notes()).containsExactly("down", "up");
    }

    @Test
    void anIdleRouterNoticesThatItsJournalIsAway() throws Exception {
        RouterShell router = start(LONG);
        store.goAway();
        await().until(router::journalDown);
        store.comeBack();
        await().until(() -> !router.journalDown());
    }

    @Test
    void nobodyIsPunishedForAnOutage() throws Exception {
        SmallFloor floor = new SmallFloor(start(Duration.ofMillis(1_500)));
        floor.ready(SmallFloor.ANNA);
        List<Output> offered = floor.arrive(1).join();
        Instant deadline = offered.stream()
                .filter(Output.Offer.class::isInstance)
                .map(output -> ((Output.Offer) output).deadline())
                .findFirst()
                .orElseThrow();
        store.goAway();
        CompletableFuture<List<Output>> other = floor.arrive(2);
        await().untilAsserted(() -> assertThat(notes()).contains("down"));
        CompletableFuture<List<Output>> accepted = floor.accept(1, 1);
        await().until(() -> Instant.now().isAfter(deadline));
        store.comeBack();
        assertThat(accepted.join()).hasAtLeastOneElementOfType(Output.Connect.class);
        assertThat(other).isCompleted();
        assertThat(outlet.all(Output.OfferEnded.class))
                .extracting(Output.OfferEnded::outcome)
                .doesNotContain(OfferOutcome.TIMED_OUT);
    }

    @Test
    void anOutageMovesDeadlines() throws Exception {
        SmallFloor floor = new SmallFloor(start(Duration.ofSeconds(1)));
        floor.ready(SmallFloor.ANNA);
        floor.arrive(1).join();
        store.goAway();
        Instant began = Instant.now();
        await().untilAsserted(() -> assertThat(notes()).contains("down"));
        await().until(() -> Instant.now().isAfter(began.plusMillis(1_200)));
        store.comeBack();
        await().untilAsserted(
                        () -> assertThat(outlet.all(Output.OfferEnded.class)).hasSize(1));
        Output.OfferEnded ended = outlet.all(Output.OfferEnded.class).getFirst();
        assertThat(Duration.between(ended.offeredAt(), ended.endedAt())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(store.rows()).anyMatch(row -> row.inputs().stream().anyMatch(Input.Outage.class::isInstance));
    }

    @Test
    void aLostAnswerFromTheJournalIsNoSecondRow() throws Exception {
        SmallFloor floor = new SmallFloor(start(LONG));
        floor.ready(SmallFloor.ANNA);
        store.loseAnswer();
        assertThat(floor.arrive(1).join()).hasAtLeastOneElementOfType(Output.Offer.class);
        floor.leave(1).join();
        List<JournalRow> rows = store.rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).seq()).isEqualTo(i + 1);
        }
    }

    @Test
    void arrivalsAreRefusedWhenTheMailboxIsFullAndEndingsNever() throws Exception {
        RouterSettings small = new RouterSettings(
                List.of(SmallFloor.sales(LONG)), listener, 10, 1_000, LONG, Duration.ofHours(1), Duration.ofMillis(50));
        SmallFloor floor = new SmallFloor(start(small));
        floor.arrive(1).join();
        store.goAway();
        CompletableFuture<List<Output>> second = floor.arrive(2);
        await().untilAsserted(() -> assertThat(notes()).contains("down"));
        List<CompletableFuture<List<Output>>> many = new ArrayList<>();
        for (int i = 3; i < 33; i++) {
            many.add(floor.arrive(i));
        }
        CompletableFuture<List<Output>> leaving = floor.leave(1);
        assertThat(many.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(20);
        assertThatThrownBy(() -> many.getLast().join()).hasCauseInstanceOf(Refused.class);
        store.comeBack();
        assertThat(leaving.join()).isNotEmpty();
        assertThat(second.join()).isNotEmpty();
    }

    @Test
    void aSuccessorGoesOnFromTheJournalAndTheOldOneStops() throws Exception {
        RouterShell old = start(LONG);
        SmallFloor before = new SmallFloor(old);
        before.ready(SmallFloor.ANNA);
        before.arrive(1).join();
        before.arrive(2).join();
        Image image = old.image().join();

        Recording second = new Recording();
        RouterShell next = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener), new MemoryJournal(store), RouterTime.system(), List.of(second)));
        await().until(() -> second.first().isPresent());
        assertThat(second.first().get().interactions()).isEqualTo(image.interactions());
        // The history may have missed them; whoever acts on outputs is given none of the past.
        assertThat(second.replayed()).hasAtLeastOneElementOfType(Output.Offer.class);
        assertThat(second.all(Output.Offer.class)).isEmpty();

        assertThatThrownBy(() -> before.arrive(3).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refused.class);
        await().untilAsserted(() -> assertThat(notes()).contains("stopped"));
        assertThatThrownBy(() -> old.image().join()).hasCauseInstanceOf(Refused.class);

        assertThat(new SmallFloor(next).accept(1, 1).join()).hasAtLeastOneElementOfType(Output.Connect.class);
    }

    @Test
    void aDeathBetweenJournalAndReleaseLosesNothing() throws Exception {
        RouterShell first = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener),
                new DeadlyJournal(new MemoryJournal(store)),
                RouterTime.system(),
                List.of(outlet)));
        SmallFloor floor = new SmallFloor(first);
        floor.ready(SmallFloor.ANNA);
        assertThatThrownBy(() -> floor.arrive(1).join()).hasCauseInstanceOf(Refused.class);
        assertThat(outlet.all(Output.Offer.class)).isEmpty();

        Recording second = new Recording();
        RouterShell next = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener), new MemoryJournal(store), RouterTime.system(), List.of(second)));
        assertThat(next.image().join().interactions())
                .singleElement()
                .satisfies(view -> assertThat(view.state()).isEqualTo(InteractionState.OFFERED));
        assertThat(second.replayed()).hasAtLeastOneElementOfType(Output.Offer.class);
        assertThat(second.all(Output.Offer.class)).isEmpty();
    }

    @Test
    void theTimeItWasDownMovesDeadlinesToo() throws Exception {
        RouterShell first = start(Duration.ofMillis(800));
        SmallFloor floor = new SmallFloor(first);
        floor.ready(SmallFloor.ANNA);
        floor.arrive(1).join();
        first.close();
        Instant closed = Instant.now();
        await().until(() -> Instant.now().isAfter(closed.plusSeconds(1)));
        Recording second = new Recording();
        RouterShell next = keep(RouterShell.start(
                SmallFloor.settings(Duration.ofMillis(800), listener),
                new MemoryJournal(store),
                RouterTime.system(),
                List.of(second)));
        assertThat(new SmallFloor(next).accept(1, 1).join()).hasAtLeastOneElementOfType(Output.Connect.class);
    }

    @Test
    void aCleanStopLeavesAnImageAndNothingToReplay() throws Exception {
        RouterShell first = start(LONG);
        SmallFloor floor = new SmallFloor(first);
        floor.arrive(1).join();
        first.close();
        assertThat(store.images()).isEqualTo(1);
        assertThat(new MemoryJournal(store).open().tail()).isEmpty();
        assertThatThrownBy(() -> floor.arrive(2).join()).hasCauseInstanceOf(Refused.class);
    }

    @Test
    void imagesAreSavedOnTheWay() throws Exception {
        SmallFloor floor = new SmallFloor(start(new RouterSettings(
                List.of(SmallFloor.sales(LONG)), listener, 100, 5, LONG, Duration.ofHours(1), Duration.ofMillis(50))));
        for (int i = 1; i <= 20; i++) {
            floor.arrive(i).join();
        }
        await().until(() -> store.images() > 0);
    }

    @Test
    void aSlowOutletHoldsUpNoOther() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        Outlet stuck = new Outlet() {
            @Override
            public void start(Image image, Instant now) {}

            @Override
            public void deliver(List<Output> outputs, Instant at) {
                try {
                    free.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        RouterShell router = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener),
                new MemoryJournal(store),
                RouterTime.system(),
                List.of(stuck, outlet)));
        SmallFloor floor = new SmallFloor(router);
        floor.ready(SmallFloor.ANNA);
        floor.arrive(1).join();
        await().untilAsserted(() -> assertThat(outlet.all(Output.Offer.class)).hasSize(1));
        free.countDown();
    }

    @Test
    void anOutletThatThrowsIsGivenTheNextOnesAllTheSame() throws Exception {
        List<Output> taken = new ArrayList<>();
        Outlet clumsy = new Outlet() {
            @Override
            public void start(Image image, Instant now) {}

            @Override
            public synchronized void deliver(List<Output> outputs, Instant at) {
                taken.addAll(outputs);
                throw new IllegalStateException("meant to be seen in the log of this test");
            }
        };
        RouterShell router = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener), new MemoryJournal(store), RouterTime.system(), List.of(clumsy)));
        new SmallFloor(router).arrive(1).join();
        new SmallFloor(router).leave(1).join();
        router.close();
        assertThat(taken)
                .hasAtLeastOneElementOfType(Output.SegmentChanged.class)
                .hasSizeGreaterThan(3);
    }

    @Test
    void aBugCostsOneInputAndNoState() throws Exception {
        RouterShell router = start(LONG);
        SmallFloor floor = new SmallFloor(router);
        floor.ready(SmallFloor.ANNA);
        floor.arrive(1).join();
        Image before = router.image().join();
        assertThatThrownBy(() -> router.submit(new Input.Outage(nothing())).join())
                .hasCauseInstanceOf(NullPointerException.class);
        assertThat(router.bugs()).isEqualTo(1);
        assertThat(router.image().join()).isEqualTo(before);
        assertThat(floor.accept(1, 1).join()).isNotEmpty();
    }

    @Test
    void theCoresTimeNeverRunsBackwards() throws Exception {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-05T08:00:00Z"));
        RouterShell router = keep(RouterShell.start(
                SmallFloor.settings(LONG, listener),
                new MemoryJournal(store),
                RouterTime.of(clock::get, System::nanoTime),
                List.of(outlet)));
        SmallFloor floor = new SmallFloor(router);
        floor.arrive(1).join();
        clock.set(clock.get().minusSeconds(100));
        floor.arrive(2).join();
        assertThat(store.rows()).extracting(JournalRow::at).isSorted();
        assertThat(router.image().join().seats()).noneMatch(seat -> seat.state() == SeatState.OFFERED);
    }

    private RouterShell start(Duration offerLimit) throws Fenced, JournalDown {
        return start(SmallFloor.settings(offerLimit, listener));
    }

    private RouterShell start(RouterSettings settings) throws Fenced, JournalDown {
        return keep(RouterShell.start(settings, new MemoryJournal(store), RouterTime.system(), List.of(outlet)));
    }

    private RouterShell keep(RouterShell router) {
        started.add(router);
        return router;
    }

    private void note(String what) {
        synchronized (heard) {
            heard.add(what);
        }
    }

    private List<String> notes() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** Stands for a bug: something that cannot be. */
    @SuppressWarnings("NullAway")
    private static <T> T nothing() {
        return null;
    }
}
