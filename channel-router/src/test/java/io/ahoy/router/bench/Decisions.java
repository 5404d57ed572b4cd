package io.ahoy.router.bench;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.LinearScan;
import io.ahoy.router.acd.Output;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One input decided, in a centre with 10,000 seats, 1,000 queues and 10,000 waiting; reasons on, as always. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC"})
public class Decisions {
    static final int SEATS = 10_000;
    static final int QUEUES = 1_000;
    static final int WAITING = 10_000;

    @State(Scope.Thread)
    public static class Lines {
        private BusyFloor floor = new BusyFloor(Acd.of(Image.EMPTY), 1, 1, 1);

        @Setup(Level.Trial)
        public void fill() {
            floor = new BusyFloor(Acd.of(Image.EMPTY), SEATS, QUEUES, WAITING);
        }
    }

    @State(Scope.Thread)
    public static class Scan {
        private BusyFloor floor = new BusyFloor(Acd.of(Image.EMPTY), 1, 1, 1);

        @Setup(Level.Trial)
        public void fill() {
            // Filled by lines, which takes seconds where scanning takes minutes, and handed over.
            floor = new BusyFloor(Acd.of(Image.EMPTY), SEATS, QUEUES, WAITING);
            floor.goOn(LinearScan.router(floor.acd().image()));
        }
    }

    @Benchmark
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 8, time = 2)
    public List<Output> lines(Lines state) {
        return state.floor.take(state.floor.next());
    }

    @Benchmark
    @Warmup(iterations = 2, time = 3)
    @Measurement(iterations = 3, time = 3)
    public List<Output> linearScan(Scan state) {
        return state.floor.take(state.floor.next());
    }
}
