package io.ahoy.desktop.web.interaction;

import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.ami.LinkBroken;
import io.ahoy.telephony.call.NoConversation;
import io.ahoy.telephony.call.VoiceControl;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Telephony's controls as verbs use them: they wait for Asterisk's answer. */
public final class CallControls {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<VoiceControl> voice;

    public CallControls(Optional<VoiceControl> voice) {
        this.voice = voice;
    }

    public boolean isUp() {
        return voice.filter(VoiceControl::isUp).isPresent();
    }

    /** Refuses with 503 while Asterisk is away. */
    void requireUp() {
        if (!isUp()) {
            throw away();
        }
    }

    void mute(InteractionId interaction, boolean muted) throws InterruptedException {
        await(control().mute(interaction, muted));
    }

    void hold(InteractionId interaction, boolean held) throws InterruptedException {
        await(control().hold(interaction, held));
    }

    private VoiceControl control() {
        return voice.filter(VoiceControl::isUp).orElseThrow(CallControls::away);
    }

    private static void await(CompletableFuture<Void> done) throws InterruptedException {
        try {
            done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw away();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoConversation) {
                throw Problem.tooLate("There is no conversation any more.");
            }
            if (e.getCause() instanceof LinkBroken) {
                throw away();
            }
            throw new IllegalStateException("telephony failed", e);
        }
    }

    private static Problem away() {
        return Problem.away("The telephone exchange is away; the conversation itself goes on.");
    }
}
