package io.ahoy.telephony.call;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers who leave the line to be called back, from the offer to the moment in which they answer. */
final class Callbacks {
    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);
    private static final String CHOSEN_KEY = "1";
    private static final PlainName CHOSEN = new PlainName("callback-chosen");
    /** For so long the customer's telephone rings; the router waits a little longer. */
    private static final Duration RING_LIMIT = Duration.ofSeconds(30);

    private final Desk desk;
    private final CallbackNumbers numbers;
    private final Ringing ringing;
    private final Talks talks;
    private final Leaving leaving;

    Callbacks(Desk desk, CallbackNumbers numbers, Ringing ringing, Talks talks, Leaving leaving) {
        this.desk = desk;
        this.numbers = numbers;
        this.ringing = ringing;
        this.talks = talks;
        this.leaving = leaving;
    }

    // ---- in the line

    /** He hears of it once, and only if we know where to call him. */
    void offer(InteractionId id) {
        withNumber(
                id,
                number -> desk.book
                        .call(id)
                        .filter(call -> number.isPresent() && call.stage == Call.Stage.IN_LINE && !call.callbackOffered)
                        .ifPresent(call -> {
                            call.callbackOffered = true;
                            desk.tryTo(desk.exchange.offerCallback(call.channel));
                        }));
    }

    void keyPressed(Call call, String key) {
        if (key.equals(CHOSEN_KEY) && call.callbackOffered && call.stage == Call.Stage.IN_LINE) {
            desk.tell(new Input.CallbackChosen(call.id, desk.now().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /** The router has his wish for good, so that he may hang up. */
    void seen(InteractionView view) {
        boolean isDialled = desk.book
                .call(view.id())
                .flatMap(call -> Dialled.offerIn(call.channel))
                .isPresent();
        if (view.channel() == Channel.CALLBACK && !isDialled) {
            leaving.sendAway(view.id(), CHOSEN);
        }
    }

    /** The router knows that he has chosen; we had forgotten. */
    void seen(Call call) {
        call.stage = Call.Stage.IN_LINE;
        leaving.sendAway(call.id, CHOSEN);
    }

    // ---- when it is his turn

    boolean isOne(InteractionId id) {
        InteractionView view = desk.views.get(id);
        return view != null && view.channel() == Channel.CALLBACK;
    }

    void ringAgent(Output.Offer offer) {
        withNumber(offer.id().interaction(), number -> ringing.offer(offer, new CallerId("", number.orElse(""))));
    }

    /** The agent has accepted. */
    void dial(Output.Connect out) {
        OfferId offer = out.id();
        if (desk.book.leg(Leg.channelOf(offer)).isEmpty()) {
            desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
            return;
        }
        withNumber(offer.interaction(), number -> {
            // The agent may have hung up while we looked.
            if (desk.book.leg(Leg.channelOf(offer)).filter(leg -> !leg.unwanted).isEmpty()) {
                desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
            } else if (number.isEmpty()) {
                log.warn("nobody knows where to call back {}", offer.interaction());
                unreached(offer);
            } else {
                dial(offer, number.get());
            }
        });
    }

    private void dial(OfferId offer, String number) {
        String channel = Dialled.channelOf(offer);
        CallerId shown = new CallerId("", number);
        Call call = new Call(offer.interaction(), channel, "", shown, Call.Stage.DIALLED);
        desk.book.add(call);
        desk.then(desk.exchange.dial(offer, number, RING_LIMIT), () -> {}, failure -> {
            if (failure instanceof ExchangeRefused && desk.book.holds(call)) {
                gone(call, offer);
            }
        });
    }

    /** His telephone answers, and he stands where he can be joined. */
    void answered(Call call) {
        Dialled.offerIn(call.channel)
                .filter(offer -> call.stage == Call.Stage.DIALLED)
                .ifPresent(offer -> {
                    Optional<Leg> leg = desk.book.leg(Leg.channelOf(offer));
                    if (leg.isPresent()) {
                        talks.join(call, leg.get(), offer);
                    } else {
                        agentGone(call, offer);
                    }
                });
    }

    /** Asterisk's attempt is over; without a way out there never was a channel whose end would tell. */
    void ringEnded(Call call, boolean answered) {
        Dialled.offerIn(call.channel)
                .filter(offer -> !answered && call.stage == Call.Stage.DIALLED)
                .ifPresent(offer -> gone(call, offer));
    }

    /** An agent hangs up while he hears the customer's telephone ring. */
    void legGone(Leg leg) {
        Optional<Call> call = desk.book.call(leg.interaction).filter(known -> known.stage == Call.Stage.DIALLED);
        leg.offer.ifPresent(offer -> call.filter(known -> known.channel.equals(Dialled.channelOf(offer)))
                .ifPresent(known -> agentGone(known, offer)));
    }

    private void agentGone(Call call, OfferId offer) {
        call.stage = Call.Stage.LEAVING;
        desk.tryTo(desk.exchange.hangUp(call.channel));
        desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
    }

    private void gone(Call call, OfferId offer) {
        desk.book.remove(call);
        unreached(offer);
        desk.book.legsOf(call.id).forEach(desk::hangUp);
    }

    private void unreached(OfferId offer) {
        desk.tell(new Input.ConnectFailed(offer, ConnectFailure.CUSTOMER_UNREACHED));
    }

    private void withNumber(InteractionId id, Consumer<Optional<String>> then) {
        Promise.watch(
                numbers.numberOf(id),
                (number, failure) -> desk.post(() -> {
                    desk.touch(id);
                    then.accept(number == null ? Optional.empty() : number);
                }));
    }
}
