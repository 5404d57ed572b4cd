package io.ahoy.telephony.call;

import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.util.Optional;

/** Agents' phones from the first ring to the answer. */
final class Ringing {
    /** The router ends an offer at its deadline; Asterisk stops by itself only if the router is gone. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Desk desk;
    private final RingOrder order;

    Ringing(Desk desk) {
        this.desk = desk;
        this.order = new RingOrder(desk::after, desk.book::remove);
    }

    void offer(Output.Offer offer) {
        Optional<Call> call = desk.book.call(offer.id().interaction());
        if (call.isEmpty()) {
            desk.tell(new Input.Abandoned(offer.id().interaction(), EndCause.ENDED_UNSEEN));
            return;
        }
        offer(offer, call.get().shown);
    }

    /** Shows him whom it is about. */
    void offer(Output.Offer offer, CallerId shown) {
        Optional<String> endpoint = desk.phones.endpointFor(offer.agent());
        if (endpoint.isEmpty()) {
            desk.tell(new Input.OfferFailed(offer.id(), OfferFailure.DEVICE_UNREACHABLE));
            return;
        }
        Leg leg = Leg.forOffer(offer.id(), offer.agent());
        desk.book.add(leg);
        Duration limit = Duration.between(desk.now(), offer.deadline()).plus(GRACE);
        ring(leg, endpoint.get(), shown, limit.isNegative() ? GRACE : limit);
    }

    void ring(Leg leg, String endpoint, CallerId shown, Duration limit) {
        Exchange.Ring ring = new Exchange.Ring(leg.channel, endpoint, shown, leg.interaction, leg.offer, limit);
        leg.ringsUntil = desk.now().plus(limit);
        order.add(
                leg,
                () -> desk.then(desk.exchange.ring(ring), () -> {}, failure -> {
                    order.begun(leg);
                    // Refused: Asterisk would not even try. A broken link is for the comparison to sort out.
                    if (failure instanceof ExchangeRefused && desk.book.holds(leg)) {
                        desk.book.remove(leg);
                        failed(leg, OfferFailure.NETWORK);
                    }
                }));
    }

    void retract(OfferId offer) {
        desk.book
                .leg(Leg.channelOf(offer))
                .filter(leg -> leg.stage != Leg.Stage.JOINED)
                .ifPresent(desk::hangUp);
    }

    void created(Leg leg, String name) {
        leg.name = name;
        leg.created = true;
        if (leg.unwanted) {
            desk.hangUp(leg);
        }
    }

    void dialled(Leg leg) {
        order.begun(leg);
    }

    /** Asterisk's attempt is over. Unanswered, the end of the channel says why; but without a phone there never was a channel. */
    void ringEnded(Leg leg, boolean answered) {
        order.begun(leg);
        if (!answered && !leg.created) {
            desk.book.remove(leg);
            failed(leg, OfferFailure.DEVICE_UNREACHABLE);
        }
    }

    /** The agent has answered and his channel can be bridged; true if it now has to be. */
    boolean ready(Leg leg) {
        leg.created = true;
        if (leg.unwanted) {
            desk.hangUp(leg);
            return false;
        }
        if (leg.stage != Leg.Stage.RINGING) {
            return false;
        }
        leg.stage = Leg.Stage.ANSWERED;
        leg.offer.ifPresent(offer -> desk.tell(new Input.OfferAccepted(offer)));
        return leg.offer.isEmpty();
    }

    /** The phone's channel ended before it was answered. */
    void ended(Leg leg, int cause) {
        if (leg.unwanted || leg.offer.isEmpty()) {
            return;
        }
        OfferId offer = leg.offer.get();
        if (!desk.now().isBefore(leg.ringsUntil)) {
            // The router was stopped by its database meanwhile, or he would have missed the offer before: no fault of
            // his phone.
            desk.tell(new Input.OfferFailed(offer, OfferFailure.LOST_IN_RESTART));
            return;
        }
        desk.tell(
                HangupCauses.isDeclined(cause)
                        ? new Input.OfferDeclined(offer)
                        : new Input.OfferFailed(offer, HangupCauses.failure(cause)));
    }

    private void failed(Leg leg, OfferFailure why) {
        if (!leg.unwanted) {
            leg.offer.ifPresent(offer -> desk.tell(new Input.OfferFailed(offer, why)));
        }
    }
}
