package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Overflow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Callers who leave the line for good without an agent: with a message, or into a voice box. */
final class Leaving {
    private static final Logger log = LoggerFactory.getLogger(Leaving.class);
    /** Said to those for whom nothing better can be found. */
    private static final PlainName NOBODY_FREE = new PlainName("no-voice");

    private final Desk desk;

    Leaving(Desk desk) {
        this.desk = desk;
    }

    void overflowed(InteractionId id, Overflow.Action action) {
        switch (action) {
            case Overflow.Voicemail(String box) ->
                named(id, box).ifPresentOrElse(name -> toBox(id, name), () -> sendAway(id, NOBODY_FREE));
            case Overflow.SendAway(String message) ->
                sendAway(id, named(id, message).orElse(NOBODY_FREE));
            // For what is written; a caller cannot be answered so.
            case Overflow.AutoAnswer ignored -> sendAway(id, NOBODY_FREE);
            case Overflow.ToQueue ignored -> {}
            case Overflow.OfferCallback ignored -> {}
        }
    }

    void sendAway(InteractionId id, PlainName message) {
        waiting(id).ifPresent(call -> leave(call, desk.exchange.sendAway(call.channel, message)));
    }

    private void toBox(InteractionId id, PlainName box) {
        waiting(id).ifPresent(call -> leave(call, desk.exchange.toVoicemail(call.channel, id, box)));
    }

    private void leave(Call call, CompletableFuture<Void> action) {
        call.stage = Call.Stage.LEAVING;
        desk.then(action, () -> {}, failure -> {
            log.warn("{} could not be sent out of the line: {}", call.id, failure.getMessage());
            desk.tryTo(desk.exchange.hangUp(call.channel));
        });
    }

    /** After a crash it may be asked for again, and must not interrupt what he is saying by then. */
    private Optional<Call> waiting(InteractionId id) {
        return desk.book.call(id).filter(call -> call.stage == Call.Stage.IN_LINE);
    }

    private static Optional<PlainName> named(InteractionId id, String name) {
        Optional<PlainName> plain = PlainName.of(name);
        if (plain.isEmpty()) {
            log.warn(
                    "{} flows over to \"{}\", which is no name of a prompt or box: only a-z, 0-9 and - may be in it",
                    id,
                    name);
        }
        return plain;
    }
}
