package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.telephony.ami.AmiEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers who leave the line to be called back, and are. */
class SwitchboardCallbackTest extends SwitchboardScene {
    private static final Input CHOSEN = new Input.CallbackChosen(ANN, T0);
    private static final InteractionId BYSTANDER = new InteractionId(new UUID(0, 5));
    private static final Duration RING_LIMIT = Duration.ofSeconds(25);
    private static final String OFFERED = "offer a callback to " + CUSTOMER;
    private static final String DIALLED = Dialled.channelOf(OFFER);
    private static final String DIAL = "dial +4930 showing +49800 for " + OFFER + " and ring PT25S";
    private static final Optional<CallbackNumbers.Numbers> FORBIDDEN =
            Optional.of(new CallbackNumbers.Numbers("+4930", "+49800", true));
    private static final String DIALLED_NAME = "PJSIP/trunk-00000003";

    @Test
    void whoPressesTheKeyLeavesTheLineWithoutAbandoningIt() {
        offerCallback();
        await().until(() -> exchange.asked.contains(OFFERED));
        hear(new AmiEvent.KeyPressed(CUSTOMER, "2"), new AmiEvent.KeyPressed(CUSTOMER, "1"));
        expect(CHOSEN);
        callback(InteractionState.WAITING);
        await().until(() -> exchange.asked.contains("send away " + CUSTOMER + " with callback-chosen"));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        settle();
        assertThat(inputs).containsExactly(arrived(), CHOSEN);
    }

    @Test
    void leavesTheLineAlsoIfItIsHisTurnAtOnce() {
        offerCallback();
        callback(InteractionState.OFFERED);
        await().until(() -> exchange.asked.contains("send away " + CUSTOMER + " with callback-chosen"));
    }

    @Test
    void isOfferedOnceAndToNobodyWhoseNumberIsUnknown() {
        offerCallback();
        deliver(new Output.Overflowed(ANN, SALES, new Overflow.OfferCallback()));
        await().until(() -> exchange.asked.contains(OFFERED));
        settle();
        assertThat(exchange.asked).containsExactly(OFFERED);
    }

    @Test
    void theKeyOfAWithheldNumberMeansNothing() {
        numbers = Optional.empty();
        offerCallback();
        hear(new AmiEvent.KeyPressed(CUSTOMER, "1"));
        settle();
        assertThat(exchange.asked).isEmpty();
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void whoDoesNotWantToBeCalledIsOfferedNothing() {
        numbers = FORBIDDEN;
        offerCallback();
        hear(new AmiEvent.KeyPressed(CUSTOMER, "1"));
        settle();
        assertThat(exchange.asked).isEmpty();
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void whoForbidsItAfterHeChoseItIsNotCalled() {
        numbers = FORBIDDEN;
        accept();
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.DO_NOT_CALL));
        settle();
        assertThat(exchange.asked).doesNotContain(DIAL);
    }

    @Test
    void theAgentAcceptsAndTheCustomerAnswers() {
        dial();
        hear(new AmiEvent.Created(DIALLED, DIALLED_NAME), new AmiEvent.InDialplan(DIALLED, "ahoy-customer", "s"));
        // Told again at the next step of the dialplan.
        hear(new AmiEvent.InDialplan(DIALLED, "ahoy-customer", "s"));
        expect(new Input.Connected(OFFER));
        assertThat(exchange.asked).containsOnlyOnce("bridge " + DIALLED_NAME + " " + LEG_NAME);
        callback(InteractionState.ACTIVE);
        hear(new AmiEvent.Left(DIALLED, "b"), new AmiEvent.Gone(DIALLED, 16));
        expect(new Input.Ended(ANN, EndCause.CUSTOMER_HUNG_UP));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    @Test
    void aCustomerWhoDoesNotAnswerIsUnreached() {
        dial();
        hear(new AmiEvent.Created(DIALLED, DIALLED_NAME), new AmiEvent.Gone(DIALLED, 17));
        hear(new AmiEvent.RingEnded(DIALLED, false, 5));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.CUSTOMER_UNREACHED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
        assertThat(inputs.stream().filter(Input.ConnectFailed.class::isInstance))
                .hasSize(1);
    }

    @Test
    void anAgentWhoHangsUpMeanwhileEndsTheAttempt() {
        dial();
        hear(new AmiEvent.Created(DIALLED, DIALLED_NAME), new AmiEvent.Gone(LEG, 16));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.AGENT_LEG_GONE));
        await().until(() -> exchange.asked.contains("hang up " + DIALLED));
    }

    @Test
    void aTelephoneThatRingsAfterTheAgentHungUpIsStopped() {
        dial();
        hear(new AmiEvent.Gone(LEG, 16));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.AGENT_LEG_GONE));
        exchange.asked.clear();
        hear(new AmiEvent.Created(DIALLED, DIALLED_NAME));
        await().until(() -> exchange.asked.contains("hang up " + DIALLED));
    }

    @Test
    void withoutATrunkTheCustomerIsUnreached() {
        dial();
        hear(new AmiEvent.RingEnded(DIALLED, false, 0));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.CUSTOMER_UNREACHED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    private void offerCallback() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        deliver(new Output.Overflowed(ANN, SALES, new Overflow.OfferCallback()));
        settle();
    }

    private void dial() {
        accept();
        await().until(() -> exchange.asked.contains(DIAL));
    }

    private void accept() {
        callback(InteractionState.WAITING);
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.CALLBACK, T0.plusSeconds(20), reason()));
        await().until(() -> exchange.asked.contains("ring PJSIP/1002-web as " + LEG + " showing \"+4930\" <+4930>"));
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        expect(new Input.OfferAccepted(OFFER));
        deliver(new Output.Connect(OFFER, BO, Optional.of(RING_LIMIT)));
    }

    private void callback(InteractionState state) {
        boolean offered = state != InteractionState.WAITING;
        deliver(new Output.InteractionChanged(
                seen(Channel.CALLBACK, state, Optional.of(OFFER).filter(offer -> offered))));
    }

    /** The number is looked up in between, so the switchboard's thread is passed twice. */
    private void settle() {
        for (int i = 0; i < 2; i++) {
            switchboard.mute(BYSTANDER, true).handle((done, refused) -> true).join();
        }
    }
}
