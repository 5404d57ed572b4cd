package io.ahoy.router.acd;

/**
 * How far each queue has come with its share of the agents: one offer moves it by 1 ÷ weight (stride scheduling, Waldspurger and Weihl
 * 1995). A queue in which nobody waited does not save its share up: it goes on from where the others are.
 */
final class Shares {
    /** Divisible by all small weights. */
    private static final long STRIDE = 720_720;

    private long now;

    Shares(long now) {
        this.now = now;
    }

    long passed(Queue queue) {
        return Math.max(now, queue.passed);
    }

    void served(Queue queue) {
        now = passed(queue);
        queue.passed = now + STRIDE / queue.priority.weight();
    }

    long now() {
        return now;
    }
}
