package io.ahoy.router.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** How long single steps took, and during which of them garbage was collected. */
final class StepTimes {
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Step> steps = new ArrayList<>();

    private record Step(long nanos, long processorNanos, boolean collected) {}

    void time(Runnable step) {
        long collections = collections();
        long processor = THREADS.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        step.run();
        long nanos = System.nanoTime() - began;
        long processorNanos = THREADS.getCurrentThreadCpuTime() - processor;
        steps.add(new Step(nanos, processorNanos, collections() != collections));
    }

    double medianMicros() {
        long[] sorted = steps.stream().mapToLong(Step::nanos).sorted().toArray();
        return sorted[sorted.length / 2] / 1_000.0;
    }

    double maxMicros() {
        return max(steps, Step::nanos);
    }

    /** Of the steps during which no collection ended. */
    double maxWithoutCollectionsMicros() {
        return max(steps.stream().filter(step -> !step.collected()).toList(), Step::nanos);
    }

    /** What its own thread was at work: neither collections nor other programs count. */
    double maxProcessorMicros() {
        return max(steps, Step::processorNanos);
    }

    long collected() {
        return steps.stream().filter(Step::collected).count();
    }

    private static double max(List<Step> some, ToLongFunction<Step> time) {
        return some.stream().mapToLong(time).max().orElseThrow() / 1_000.0;
    }

    private static long collections() {
        long all = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            all += collector.getCollectionCount();
        }
        return all;
    }
}
