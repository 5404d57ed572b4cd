package io.ahoy.telephony.call;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the parts of the switchboard share. Touched only on the switchboard's thread. */
final class Desk {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    final CallBook book = new CallBook();
    /** The router's picture of the calls and callbacks that are not closed, as its outputs tell it. */
    final Map<InteractionId, InteractionView> views = new LinkedHashMap<>();

    final Exchange exchange;
    final Phones phones;
    final VoiceListener listener;
    final InstantSource clock;
    final Function<QueueId, String> music;
    private final SwitchboardThread thread;
    private final Set<InteractionId> touched = new HashSet<>();
    private @Nullable Intake intake;

    Desk(
            Exchange exchange,
            Phones phones,
            VoiceListener listener,
            InstantSource clock,
            Function<QueueId, String> music,
            SwitchboardThread thread) {
        this.exchange = exchange;
        this.phones = phones;
        this.listener = listener;
        this.clock = clock;
        this.music = music;
        this.thread = thread;
    }

    void reportTo(Intake router) {
        intake = router;
    }

    Instant now() {
        return clock.instant();
    }

    /** What the router makes of it comes back as outputs. */
    void tell(Input input) {
        Promise.watch(submitted(input), (outputs, failure) -> {
            if (failure != null) {
                log.warn("the router did not take {}: {}", input, String.valueOf(failure.getMessage()));
            }
        });
    }

    /** Reports a caller who waits; the future tells when the router has him for good. */
    void arrive(Call call, QueueId queue, Instant arrivedAt, CompletableFuture<Boolean> taken) {
        touch(call.id);
        call.reporting = true;
        Promise.watch(
                submitted(new Input.Arrived(call.id, Channel.VOICE, queue, arrivedAt, call.wish)),
                (outputs, failure) -> {
                    thread.post(() -> {
                        call.reporting = false;
                        call.knownBefore = outputs != null && outputs.isEmpty();
                    });
                    if (failure == null) {
                        taken.complete(true);
                        return;
                    }
                    log.warn("the router did not take {}: {}", call.id, String.valueOf(failure.getMessage()));
                    taken.completeExceptionally(failure);
                });
    }

    void post(Runnable task) {
        thread.post(task);
    }

    void after(Duration delay, Runnable task) {
        thread.after(delay, task);
    }

    /** Goes on with the answer on the switchboard's thread; absent means that it was done. */
    void then(CompletableFuture<Void> action, Runnable done, Consumer<Throwable> failed) {
        Promise.watch(action, (nothing, failure) -> thread.post(failure == null ? done : () -> failed.accept(failure)));
    }

    /** For actions whose failure changes nothing: the channel is gone already, or the next comparison finds it. */
    void tryTo(CompletableFuture<Void> action) {
        Promise.watch(action, (nothing, failure) -> {
            if (failure != null) {
                log.debug("not done: {}", failure.getMessage());
            }
        });
    }

    private CompletableFuture<List<Output>> submitted(Input input) {
        Intake router = intake;
        return router == null
                ? CompletableFuture.failedFuture(new IllegalStateException("not started"))
                : router.submit(input);
    }

    void hangUp(Leg leg) {
        leg.unwanted = true;
        if (leg.created && !leg.hangupSent) {
            leg.hangupSent = true;
            tryTo(exchange.hangUp(leg.channel));
        }
    }

    void publish(Call call) {
        listener.phone(call.phone());
    }

    // ---- what changed while a list of channels was on its way is not judged by that list

    void touch(InteractionId interaction) {
        touched.add(interaction);
    }

    void forgetTouched() {
        touched.clear();
    }

    boolean isTouched(InteractionId interaction) {
        return touched.contains(interaction);
    }
}
