package io.ahoy.router.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What somebody who has asked the router will be told. */
record Answer<T>(CompletableFuture<T> to, T value) {
    /** Whoever hangs something slow on his answer keeps at most so many others waiting. */
    private static final int TOGETHER = 50;

    /** What others hang on their future must not run on the router's threads; a thread for each would cost more than the decision. */
    static void giveAll(List<Answer<?>> answers) {
        List<Answer<?>> hungOn = new ArrayList<>();
        for (Answer<?> answer : answers) {
            if (answer.to().getNumberOfDependents() == 0) {
                answer.give();
            } else {
                hungOn.add(answer);
            }
        }
        for (int from = 0; from < hungOn.size(); from += TOGETHER) {
            List<Answer<?>> some = hungOn.subList(from, Math.min(hungOn.size(), from + TOGETHER));
            Thread.startVirtualThread(() -> some.forEach(Answer::give));
        }
    }

    private void give() {
        to.complete(value);
    }
}
