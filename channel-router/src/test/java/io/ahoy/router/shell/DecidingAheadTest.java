package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch is decided while the one before it is being written, and nobody can tell. */
class DecidingAheadTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MemoryJournal.Store store = new MemoryJournal.Store();
    private final Recording outlet = new Recording();
    private final List<RouterShell> started = new ArrayList<>();
    private RouterShell router;
    private SmallFloor floor;

    @BeforeEach
    void start() throws Exception {
        router = start(outlet);
        floor = new SmallFloor(router);
        // The configuration's own row is written first.
        router.image().join();
    }

    @AfterEach
    void close() {
        store.letGo();
        store.comeBack();
        started.forEach(RouterShell::close);
    }

    @Test
    void whatWasDecidedAheadIsToldInOrderOnceItIsDurable() {
        CompletableFuture<List<Output>> first = arriveAndBeHeld(1);
        decideSomethingAhead();
        CompletableFuture<List<Output>> second = floor.arrive(2);
        CompletableFuture<Image> look = router.image();
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(look).isNotDone();
        assertThat(outlet.outputs()).isEmpty();

        List<String> told = new ArrayList<>();
        CompletableFuture<?> both = CompletableFuture.allOf(
                first.thenRun(() -> note(told, "first")), second.thenRun(() -> note(told, "second")));
        store.letGo();
        both.join();
        assertThat(look.join().interactions())
                .extracting(InteractionView::id)
                .contains(SmallFloor.id(1), SmallFloor.id(2));
        await().untilAsserted(() -> assertThat(outlet.all(Output.InteractionChanged.class))
                .extracting(changed -> changed.interaction().id())
                .containsExactly(SmallFloor.id(1), SmallFloor.id(2)));
        assertThat(store.rows()).extracting(JournalRow::seq).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoLosesTheDomainTellsNothingOfWhatHeDecidedAhead() throws Exception {
        CompletableFuture<List<Output>> first = arriveAndBeHeld(1);
        decideSomethingAhead();
        CompletableFuture<List<Output>> second = floor.arrive(2);
        CompletableFuture<Image> look = router.image();
        int images = store.images();
        RouterShell next = start(new Recording());
        store.letGo();

        assertThatThrownBy(first::join).hasCauseInstanceOf(Refused.class);
        assertThatThrownBy(second::join).hasCauseInstanceOf(Refused.class);
        assertThatThrownBy(look::join).hasCauseInstanceOf(Refused.class);
        router.close();
        assertThat(outlet.outputs()).isEmpty();
        assertThat(store.images()).isEqualTo(images);
        assertThat(next.image().join().interactions()).isEmpty();
    }

    @Test
    void aBugStartsOverFromWhatIsUnderWayToo() {
        floor.ready(SmallFloor.ANNA);
        CompletableFuture<List<Output>> first = arriveAndBeHeld(1);
        CompletableFuture<List<Output>> bug = router.submit(new Input.Outage(nothing()));
        CompletableFuture<List<Output>> second = floor.arrive(2);
        assertThatThrownBy(bug::join).hasCauseInstanceOf(NullPointerException.class);
        store.letGo();
        assertThat(first.join()).isNotEmpty();
        assertThat(second.join()).isNotEmpty();
        assertThat(router.image().join().interactions()).hasSize(2);
        assertThat(router.bugs()).isEqualTo(1);
    }

    @Test
    void aCleanStopWritesWhatIsUnderWay() throws Exception {
        CompletableFuture<List<Output>> first = arriveAndBeHeld(1);
        decideSomethingAhead();
        CompletableFuture<List<Output>> second = floor.arrive(2);
        Thread closing = Thread.startVirtualThread(router::close);
        await().until(() -> floor.arrive(3).isCompletedExceptionally());
        store.letGo();
        closing.join();
        assertThat(first.join()).isNotEmpty();
        assertThat(second.join()).isNotEmpty();
        assertThat(new MemoryJournal(store).open().image().interactions()).hasSize(2);
    }

    /** Its row is being written from now on. */
    private CompletableFuture<List<Output>> arriveAndBeHeld(int number) {
        store.hold();
        CompletableFuture<List<Output>> arrived = floor.arrive(number);
        await().until(store::isHoldingSomebody);
        return arrived;
    }

    /** What fits nothing is counted when it is decided. */
    private void decideSomethingAhead() {
        long before = router.ignored();
        CompletableFuture<List<Output>> misfit = floor.accept(99, 1);
        await().until(() -> router.ignored() > before);
        assertThat(misfit).isNotDone();
    }

    private RouterShell start(Outlet to) throws Fenced, JournalDown {
        RouterSettings settings = new RouterSettings(
                new Input.QueuesChanged(List.of(SmallFloor.sales(LONG))),
                new RouterListener() {},
                100,
                1,
                LONG,
                LONG,
                Duration.ofMillis(50),
                // However slow the machine, this journal is not.
                LONG);
        RouterShell fresh = RouterShell.start(settings, new MemoryJournal(store), RouterTime.system(), List.of(to));
        started.add(fresh);
        return fresh;
    }

    private static void note(List<String> told, String who) {
        synchronized (told) {
            told.add(who);
        }
    }

    /** Stands for a bug: something that cannot be. */
    @SuppressWarnings("NullAway")
    private static <T> T nothing() {
        return null;
    }
}
