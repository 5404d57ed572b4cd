package io.ahoy.desktop.web;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The router's intake as verbs use it: waits until the input is durable, and says so when that takes too long. */
public final class RouterDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Intake intake;

    public RouterDoor(Intake intake) {
        this.intake = intake;
    }

    /** What the input caused; nothing when it no longer fitted. */
    public List<Output> submit(Input input) throws InterruptedException {
        try {
            return intake.submit(input).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Problem.away("The router waits for its database. What you asked is kept and done when it is back.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the router failed", e);
        }
    }

    /** For what makes no sense any more when it no longer fits. */
    public void submitOrTooLate(Input input, String tooLate) throws InterruptedException {
        if (submit(input).isEmpty()) {
            throw Problem.tooLate(tooLate);
        }
    }
}
