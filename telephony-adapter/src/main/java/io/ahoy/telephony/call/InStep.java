package io.ahoy.telephony.call;

import io.ahoy.router.acd.Output;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known in step with Asterisk: compares after every gap and now and then, and only when that is done lets outputs that
 * were kept be carried out. Touched only on the switchboard's thread, but for {@link #isReached}.
 */
final class InStep {
    private static final Logger log = LoggerFactory.getLogger(InStep.class);
    /** What the list of channels shows may be newer than the events received, so they get a head start. */
    private static final Duration SETTLE = Duration.ofMillis(200);

    private static final Duration COMPARE_EVERY = Duration.ofSeconds(15);
    private static final Duration COMPARE_AGAIN = Duration.ofSeconds(1);

    private final Desk desk;
    private final Kept kept;
    private final Resync resync;
    private final SwitchboardThread thread;
    private final VoiceListener listener;
    private final Consumer<Output> act;
    private Optional<Instant> startedAt = Optional.empty();
    private boolean imageKnown;
    private boolean linked;
    private volatile boolean reached;
    private boolean comparing;
    /** Counts links, so that a list asked for on an earlier one is not taken for today's. */
    private int link;

    /** @param act carries out what was kept */
    InStep(
            Desk desk,
            Kept kept,
            Resync resync,
            SwitchboardThread thread,
            VoiceListener listener,
            Consumer<Output> act) {
        this.desk = desk;
        this.kept = kept;
        this.resync = resync;
        this.thread = thread;
        this.listener = listener;
        this.act = act;
    }

    boolean isReached() {
        return reached;
    }

    /** Compares as soon as that is possible, and for ever after. */
    void begin() {
        // First, so that it goes on whatever becomes of this one.
        thread.after(COMPARE_EVERY, this::begin);
        compare();
    }

    void imageKnown() {
        imageKnown = true;
        compare();
    }

    void linkUp() {
        linked = true;
        link++;
        compare();
    }

    void linkDown(String why) {
        linked = false;
        comparing = false;
        link++;
        if (reached) {
            reached = false;
            listener.voiceDown(why);
        }
    }

    void linkDirty(String why) {
        log.warn("comparing with Asterisk: {}", why);
        compare();
    }

    void booted(Duration uptime) {
        startedAt = Optional.of(desk.now().minus(uptime));
    }

    private void compare() {
        if (!linked || !imageKnown || comparing) {
            return;
        }
        comparing = true;
        desk.forgetTouched();
        int asked = link;
        Instant askedAt = desk.now();
        Promise.watch(channels(), (channels, failure) -> {
            if (channels == null) {
                thread.post(() -> retry(asked, String.valueOf(failure)));
                return;
            }
            thread.after(SETTLE, () -> compared(asked, askedAt, channels));
        });
    }

    private CompletableFuture<List<ChannelStatus>> channels() {
        try {
            return desk.exchange.channels();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void retry(int asked, String why) {
        if (asked != link) {
            return;
        }
        log.warn("no list of channels: {}", why);
        comparing = false;
        thread.after(COMPARE_AGAIN, this::compare);
    }

    private void compared(int asked, Instant askedAt, List<ChannelStatus> channels) {
        if (asked != link) {
            return;
        }
        comparing = false;
        Reconciler reconciler =
                new Reconciler(desk.book, desk.views, channels, desk::isTouched, kept::isAbout, startedAt);
        resync.act(reconciler.compare());
        resync.closeUnseen(channels, askedAt);
        if (!reached) {
            reached = true;
            // What changed during the comparison was passed over.
            thread.after(COMPARE_AGAIN, this::compare);
            Confined.each(kept.release(), output -> output, act);
            listener.voiceUp();
        }
    }
}
