package io.ahoy.telephony.call;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers and agents on the line: joining them, and every way in which they part. */
final class Talks {
    private static final Logger log = LoggerFactory.getLogger(Talks.class);
    /** A phone that rings for a rejoin is given up after this time. */
    private static final Duration REJOIN_LIMIT = Duration.ofSeconds(30);

    private final Desk desk;
    private final Ringing ringing;
    private final Duration reattachLimit;

    Talks(Desk desk, Ringing ringing, Duration reattachLimit) {
        this.desk = desk;
        this.ringing = ringing;
        this.reattachLimit = reattachLimit;
    }

    // ---- what the router wants

    void connect(Output.Connect out) {
        OfferId offer = out.id();
        Optional<Leg> leg = desk.book.leg(Leg.channelOf(offer));
        if (leg.isEmpty()) {
            desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
            return;
        }
        Optional<Call> call = desk.book.call(offer.interaction());
        if (call.isEmpty()) {
            desk.hangUp(leg.get());
            desk.tell(new Input.Abandoned(offer.interaction(), EndCause.ENDED_UNSEEN));
            return;
        }
        join(call.get(), leg.get(), offer);
    }

    void join(Call call, Leg leg, OfferId offer) {
        desk.then(
                desk.exchange.bridge(call.name, leg.name),
                () -> joined(call, leg, offer),
                failure -> notJoined(call, leg, offer, failure));
    }

    void hangUp(InteractionId id) {
        Optional<Call> known = desk.book.call(id);
        if (known.isEmpty()) {
            desk.tell(new Input.Ended(id, EndCause.ENDED_UNSEEN));
            return;
        }
        Call call = known.get();
        call.endCause = Optional.of(EndCause.AGENT_HUNG_UP);
        desk.then(desk.exchange.hangUp(call.channel), () -> {}, failure -> {
            if (failure instanceof ExchangeRefused && desk.book.holds(call)) {
                customerGone(call);
            }
        });
        call.leg.ifPresent(desk::hangUp);
    }

    void returnToLine(InteractionId id, QueueId queue) {
        desk.book.call(id).ifPresent(call -> {
            call.stage = Call.Stage.IN_LINE;
            release(call);
            desk.tryTo(desk.exchange.toLine(call.channel, queue, desk.music.apply(queue)));
        });
    }

    void transferOut(InteractionId id, String number) {
        // After a crash it may be asked for again, and must not take him from whom he speaks with by then.
        desk.book.call(id).filter(call -> call.stage != Call.Stage.OUT).ifPresent(call -> {
            call.stage = Call.Stage.OUT;
            desk.then(desk.exchange.transferOut(call.channel, number), () -> {}, failure -> {
                log.warn("transfer of {} failed: {}", id, failure.getMessage());
                desk.tryTo(desk.exchange.hangUp(call.channel));
            });
            desk.book.legsOf(id).forEach(desk::hangUp);
            release(call);
        });
    }

    void reattach(InteractionId id, AgentId agent) {
        Optional<Call> known = desk.book.call(id).filter(call -> call.stage == Call.Stage.TALKING);
        boolean ringsAlready = desk.book.legsOf(id).stream()
                .anyMatch(leg -> leg.offer.isEmpty() && !leg.unwanted && leg.stage == Leg.Stage.RINGING);
        if (known.isEmpty() || ringsAlready) {
            return;
        }
        desk.phones.endpointFor(agent).ifPresent(endpoint -> {
            Leg leg = Leg.forRejoin(id, agent, desk.now().toEpochMilli());
            desk.book.add(leg);
            ringing.ring(leg, endpoint, known.get().shown, REJOIN_LIMIT);
        });
    }

    // ---- what happens on the line

    /** The agent has answered the call to rejoin. */
    void rejoin(Leg leg) {
        Optional<Call> known = desk.book.call(leg.interaction).filter(call -> call.stage == Call.Stage.TALKING);
        if (known.isEmpty()) {
            desk.hangUp(leg);
            return;
        }
        Call call = known.get();
        call.moving = true;
        desk.then(
                joinAgain(call, leg),
                () -> {
                    call.moving = false;
                    call.leg.filter(old -> old != leg).ifPresent(desk::hangUp);
                    leg.stage = Leg.Stage.JOINED;
                    call.leg = Optional.of(leg);
                    call.firstLeaver = Optional.empty();
                    desk.publish(call);
                },
                failure -> {
                    call.moving = false;
                    log.warn("could not rejoin {}: {}", call.id, failure.getMessage());
                    desk.hangUp(leg);
                    if (call.leg.isEmpty() && desk.book.holds(call)) {
                        awaitDevice(call);
                    }
                });
    }

    /** As it was before: whom he had muted himself for, or put on hold, must not suddenly hear him. */
    private CompletableFuture<Void> joinAgain(Call call, Leg leg) {
        CompletableFuture<Void> silenced =
                call.muted ? desk.exchange.mute(leg.channel, true) : CompletableFuture.completedFuture(null);
        CompletableFuture<Void> joined =
                call.held ? desk.exchange.hold(call.channel, leg.channel) : desk.exchange.bridge(call.name, leg.name);
        return CompletableFuture.allOf(silenced, joined);
    }

    /** When legs change he leaves one bridge for the next, and was no leaver. */
    void joinedBridge(Call call) {
        call.firstLeaver = Optional.empty();
    }

    void left(String channel) {
        desk.book
                .interactionOf(channel)
                .flatMap(desk.book::call)
                .filter(call -> call.stage == Call.Stage.TALKING && !call.moving && !call.held)
                .filter(call -> call.firstLeaver.isEmpty())
                .ifPresent(call -> {
                    if (channel.equals(call.channel)) {
                        call.firstLeaver = Optional.of(EndCause.CUSTOMER_HUNG_UP);
                    } else if (call.leg
                            .filter(leg -> leg.channel.equals(channel))
                            .isPresent()) {
                        call.firstLeaver = Optional.of(EndCause.AGENT_HUNG_UP);
                    }
                });
    }

    void customerGone(Call call) {
        desk.book.remove(call);
        switch (call.stage) {
            case IN_IVR, LEAVING, OUT -> {}
            case DIALLED ->
                Dialled.offerIn(call.channel)
                        .ifPresent(
                                offer -> desk.tell(new Input.ConnectFailed(offer, ConnectFailure.CUSTOMER_UNREACHED)));
            case IN_LINE -> desk.tell(new Input.Abandoned(call.id, EndCause.ABANDONED));
            case TALKING -> desk.tell(new Input.Ended(call.id, call.endCause.orElse(EndCause.CUSTOMER_HUNG_UP)));
        }
        desk.book.legsOf(call.id).forEach(desk::hangUp);
    }

    /** An answered leg is gone. */
    void legGone(Leg leg, int cause) {
        Optional<Call> known = desk.book
                .call(leg.interaction)
                .filter(call -> call.leg.filter(l -> l == leg).isPresent());
        if (leg.unwanted || known.isEmpty() || known.get().stage != Call.Stage.TALKING) {
            return;
        }
        Call call = known.get();
        call.leg = Optional.empty();
        if (call.moving) {
            return;
        }
        if (call.endCause.isPresent()
                || call.firstLeaver
                        .filter(who -> who == EndCause.CUSTOMER_HUNG_UP)
                        .isPresent()) {
            return;
        }
        if (HangupCauses.isDeviceLost(cause)) {
            awaitDevice(call);
            return;
        }
        call.stage = Call.Stage.LEAVING;
        desk.tell(new Input.Ended(call.id, EndCause.AGENT_HUNG_UP));
        desk.tryTo(desk.exchange.hangUp(call.channel));
    }

    /**
     * The customer hears music until the agent is back, or for {@code reattachLimit}; then he is first in line. Muted and held are
     * kept for the agent's return.
     */
    void awaitDevice(Call call) {
        call.leg = Optional.empty();
        call.firstLeaver = Optional.empty();
        int loss = ++call.losses;
        log.info("the agent's device is gone from {}; the customer waits for it", call.id);
        desk.tryTo(desk.exchange.backToMusic(call.channel));
        desk.publish(call);
        desk.after(reattachLimit, () -> {
            if (desk.book.holds(call) && call.awaitsDevice() && call.losses == loss) {
                desk.touch(call.id);
                desk.tell(new Input.AgentLost(call.id));
            }
        });
    }

    private void joined(Call call, Leg leg, OfferId offer) {
        if (!desk.book.holds(call) || !desk.book.holds(leg)) {
            return;
        }
        leg.stage = Leg.Stage.JOINED;
        call.leg = Optional.of(leg);
        call.stage = Call.Stage.TALKING;
        call.muted = false;
        call.held = false;
        call.firstLeaver = Optional.empty();
        desk.tell(new Input.Connected(offer));
        desk.publish(call);
    }

    private void notJoined(Call call, Leg leg, OfferId offer, Throwable failure) {
        if (!(failure instanceof ExchangeRefused)) {
            return;
        }
        String why = String.valueOf(failure.getMessage());
        log.info("{} could not be joined: {}", offer, why);
        boolean agentGone = !desk.book.holds(leg) || why.contains("Channel2 does not exist");
        desk.hangUp(leg);
        // Of a customer who is gone we hear in a moment; "failed" would ring the next agent for nothing.
        if (desk.book.holds(call) && !why.contains("Channel1 does not exist")) {
            if (call.stage == Call.Stage.DIALLED) {
                call.stage = Call.Stage.LEAVING;
                desk.tryTo(desk.exchange.hangUp(call.channel));
            }
            desk.tell(new Input.ConnectFailed(
                    offer, agentGone ? ConnectFailure.AGENT_LEG_GONE : ConnectFailure.BRIDGE_REFUSED));
        }
    }

    private void release(Call call) {
        call.leg.ifPresent(desk::hangUp);
        call.leg = Optional.empty();
        call.muted = false;
        call.held = false;
        call.firstLeaver = Optional.empty();
        desk.publish(call);
    }
}
