package io.ahoy.telephony.call;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.telephony.call.CallbackNumbers.Numbers;
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

    /** He hears of it once, and only if we know where to call him and may. */
    void offer(InteractionId id) {
        withNumbers(
                id,
                known -> desk.book
                        .call(id)
                        .filter(call ->
                                known.filter(there -> !there.forbidden()).isPresent())
                        .filter(call -> call.stage == Call.Stage.IN_LINE && !call.callbackOffered)
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

    void ringAgent(Output.Offer offer) {
        withNumbers(
                offer.id().interaction(),
                known -> ringing.offer(
                        offer, new CallerId("", known.map(Numbers::customer).orElse(""))));
    }

    /** The agent has accepted. The router waits a little longer than the customer's telephone rings. */
    void dial(Output.Connect out) {
        OfferId offer = out.id();
        Duration ringLimit = out.ringLimit().orElseThrow();
        if (desk.book.leg(Leg.channelOf(offer)).isEmpty()) {
            desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
            return;
        }
        withNumbers(offer.interaction(), known -> {
            // The agent may have hung up while we looked.
            if (desk.book.leg(Leg.channelOf(offer)).filter(leg -> !leg.unwanted).isEmpty()) {
                desk.tell(new Input.ConnectFailed(offer, ConnectFailure.AGENT_LEG_GONE));
            } else if (known.isEmpty()) {
                log.warn("nobody knows where to call back {}", offer.interaction());
                unreached(offer);
            } else if (known.get().forbidden()) {
                // He may have said so since he chose it.
                log.info("{} is not called back: the customer's record forbids it", offer.interaction());
                desk.tell(new Input.ConnectFailed(offer, ConnectFailure.DO_NOT_CALL));
            } else {
                dial(offer, known.get(), ringLimit);
            }
        });
    }

    private void dial(OfferId offer, Numbers numbers, Duration ringLimit) {
        InteractionView view = desk.views.get(offer.interaction());
        if (view == null) {
            // Closed meanwhile; the agent's leg is being hung up.
            return;
        }
        CallerId shown = new CallerId("", numbers.customer());
        Call call = new Call(view.id(), Dialled.channelOf(offer), "", shown, Call.Stage.DIALLED);
        desk.book.add(call);
        Exchange.CallBack back = new Exchange.CallBack(
                offer, numbers.customer(), numbers.called(), view.queue(), desk.music.apply(view.queue()), ringLimit);
        desk.then(desk.exchange.dial(back), () -> {}, failure -> {
            if (failure instanceof ExchangeRefused && desk.book.holds(call)) {
                gone(call, offer);
            }
        });
    }

    /** Only now can he be hung up, should the agent be gone since. */
    void created(Call call, String name) {
        call.name = name;
        if (call.stage == Call.Stage.LEAVING) {
            desk.tryTo(desk.exchange.hangUp(call.channel));
        }
    }

    /** His telephone answers, and he stands where he can be joined. */
    void answered(Call call) {
        Dialled.offerIn(call.channel)
                .filter(offer -> call.stage == Call.Stage.DIALLED && !call.answered)
                .ifPresent(offer -> {
                    // Every step of the dialplan is told, but joining him twice would part him from the agent again.
                    call.answered = true;
                    Optional<Leg> leg = desk.book.leg(Leg.channelOf(offer));
                    if (leg.isPresent()) {
                        talks.join(call, leg.get(), offer);
                    } else {
                        agentGone(call, offer);
                    }
                });
    }

    /** Asterisk's attempt is over. Unanswered, the end of the channel says so; but without a trunk there never was one. */
    void ringEnded(Call call, boolean answered) {
        Optional<OfferId> offer = Dialled.offerIn(call.channel);
        if (answered || !call.name.isEmpty() || offer.isEmpty()) {
            return;
        }
        log.warn(
                "{} could not be called: Asterisk has no trunk of the name that voice.trunk says, or it is down",
                call.id);
        if (call.stage == Call.Stage.DIALLED) {
            gone(call, offer.get());
        } else {
            desk.book.remove(call);
        }
    }

    /** An agent hangs up while the customer's telephone rings. */
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

    private void withNumbers(InteractionId id, Consumer<Optional<Numbers>> then) {
        Promise.watch(
                numbers.of(id),
                (known, failure) -> desk.post(() -> {
                    desk.touch(id);
                    then.accept(known == null ? Optional.empty() : known);
                }));
    }
}
