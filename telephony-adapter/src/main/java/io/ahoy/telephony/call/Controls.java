package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The agent's buttons during a conversation. */
final class Controls {
    private final Desk desk;

    Controls(Desk desk) {
        this.desk = desk;
    }

    void mute(InteractionId id, boolean muted, CompletableFuture<Void> done) {
        Optional<Call> call = talking(id);
        Optional<Leg> leg = call.flatMap(c -> c.leg);
        if (call.isEmpty() || leg.isEmpty()) {
            done.completeExceptionally(new NoConversation("nobody speaks in " + id));
            return;
        }
        desk.then(
                desk.exchange.mute(leg.get().channel, muted),
                () -> {
                    call.get().muted = muted;
                    desk.publish(call.get());
                    done.complete(null);
                },
                failure -> done.completeExceptionally(refusal(failure)));
    }

    void hold(InteractionId id, boolean held, CompletableFuture<Void> done) {
        Optional<Call> known = talking(id);
        Optional<Leg> leg = known.flatMap(c -> c.leg);
        if (known.isEmpty() || leg.isEmpty()) {
            done.completeExceptionally(new NoConversation("nobody speaks in " + id));
            return;
        }
        Call call = known.get();
        boolean before = call.held;
        if (before == held) {
            done.complete(null);
            return;
        }
        // Set before it is done, so that their leaving the bridge is not taken for a hang-up.
        call.held = true;
        CompletableFuture<Void> action = held
                ? desk.exchange.hold(call.channel, leg.get().channel)
                : desk.exchange.bridge(call.name, leg.get().name);
        desk.then(
                action,
                () -> {
                    call.held = held;
                    desk.publish(call);
                    done.complete(null);
                },
                failure -> {
                    call.held = before;
                    done.completeExceptionally(refusal(failure));
                });
    }

    private static Throwable refusal(Throwable failure) {
        return failure instanceof ExchangeRefused ? new NoConversation(String.valueOf(failure.getMessage())) : failure;
    }

    private Optional<Call> talking(InteractionId id) {
        return desk.book.call(id).filter(call -> call.stage == Call.Stage.TALKING);
    }
}
