package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An outlet that could not carry out what it was given, as telephony while Asterisk is away, is reminded after any restart. */
class OwingOutletTest {
    private final MemoryJournal.Store store = new MemoryJournal.Store();
    private volatile boolean owes;

    private final Outlet owing = new Outlet() {
        @Override
        public void start(Image image, Instant now) {}

        @Override
        public void deliver(List<Output> outputs, Instant at) {}

        @Override
        public boolean owes() {
            return owes;
        }
    };

    @Test
    void whatIsOwedIsReplayedAfterAStopInGoodOrder() throws Exception {
        owes = true;
        List<Output> said = transferOneOut();
        assertThat(said).hasAtLeastOneElementOfType(Output.TransferOut.class);
        assertThat(replayed()).containsSubsequence(said);
    }

    @Test
    void nothingIsReplayedWhenNothingIsOwed() throws Exception {
        assertThat(transferOneOut()).hasAtLeastOneElementOfType(Output.TransferOut.class);
        assertThat(replayed()).isEmpty();
    }

    private List<Output> transferOneOut() throws Exception {
        try (RouterShell router = start(owing)) {
            SmallFloor floor = new SmallFloor(router);
            floor.ready(SmallFloor.ANNA);
            floor.arrive(1).join();
            floor.accept(1, 1).join();
            floor.connected(1, 1).join();
            return floor.transferOut(1, "+4930").join();
        }
    }

    private List<Output> replayed() throws Exception {
        Recording next = new Recording();
        start(next).close();
        return next.replayed();
    }

    private RouterShell start(Outlet outlet) throws Fenced, JournalDown {
        return RouterShell.start(
                SmallFloor.settings(Duration.ofMinutes(5), new RouterListener() {}),
                new MemoryJournal(store),
                RouterTime.system(),
                List.of(outlet));
    }
}
