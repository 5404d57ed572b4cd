package io.ahoy.router.channel.email.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SideBySide<String, Integer> works = new SideBySide<>(threads, 4);
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatSharesAKeyKeepsItsOrderAndTheOthersGoPast() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        works.begin(Set.of("ann"), () -> {
            hold.await();
            return note(1);
        });
        works.begin(Set.of("ann", "ben"), () -> note(2));
        works.begin(Set.of("ben"), () -> note(3));
        assertThat(works.begin(Set.of("cara"), () -> note(4)).get()).isEqualTo(4);
        assertThat(done).containsExactly(4);
        hold.countDown();
        assertThat(works.end()).isEmpty();
        assertThat(done).containsExactly(4, 1, 2, 3);
    }

    @Test
    void neverMoreThanItsWidthAreUnderWay() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            works.begin(Set.of("key " + i), () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.yield();
                return now.decrementAndGet();
            });
        }
        assertThat(works.end()).isEmpty();
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whatComesAfterAFailureIsNotDoneAndTheOthersAre() throws Exception {
        works.begin(Set.of("ann"), () -> {
            throw new RouterAway(new IllegalStateException("away"));
        });
        works.begin(Set.of("ann"), () -> note(2));
        works.begin(Set.of("ben"), () -> note(3));
        assertThat(works.end()).containsInstanceOf(RouterAway.class);
        assertThat(done).containsExactly(3);
    }

    private int note(int what) {
        done.add(what);
        return what;
    }
}
