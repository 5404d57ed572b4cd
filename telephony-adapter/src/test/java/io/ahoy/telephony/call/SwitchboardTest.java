package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Wish;
import io.ahoy.telephony.ami.AmiEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls as they should be, and as people make them. */
class SwitchboardTest extends SwitchboardScene {
    @Test
    void fromTheLineToTheConversationAndItsEnd() {
        talk();
        assertThat(inputs).containsExactly(arrived(), new Input.OfferAccepted(OFFER), new Input.Connected(OFFER));
        assertThat(exchange.asked).contains("bridge " + CUSTOMER_NAME + " " + LEG_NAME);
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Left(LEG, "b"), new AmiEvent.Gone(LEG, 16));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Ended(ANN, EndCause.CUSTOMER_HUNG_UP));
        assertThat(inputs).hasSize(4);
    }

    @Test
    void theAgentsHangUpEndsTheCustomersCall() {
        talk();
        hear(new AmiEvent.Left(LEG, "b"), new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Gone(LEG, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        await().until(() -> exchange.asked.contains("hang up " + CUSTOMER));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        assertThat(inputs).hasSize(4);
    }

    @Test
    void aDeviceThatVanishesLeavesTheCustomerWithMusicUntilTheLimit() {
        talk();
        hear(new AmiEvent.Left(LEG, "b"), new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Gone(LEG, 44));
        await().until(() -> exchange.asked.contains("music " + CUSTOMER));
        expect(new Input.AgentLost(ANN));
        deliver(new Output.ReturnToLine(ANN, SALES));
        await().until(() -> exchange.asked.contains("to line " + CUSTOMER + " sales ahoy"));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Abandoned(ANN, EndCause.ABANDONED));
    }

    @Test
    void anAgentWhoRejoinsInTimeIsNotLost() {
        talk();
        String again = reloadPage();
        await().until(() -> exchange.asked.contains("bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again"));
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Joined(CUSTOMER, "c"));
        hear(new AmiEvent.Left(again, "c"), new AmiEvent.Left(CUSTOMER, "c"), new AmiEvent.Gone(again, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        assertThat(inputs).doesNotContain(new Input.AgentLost(ANN));
    }

    @Test
    void causesOfAPhoneThatDoesNotAnswer() {
        assertThat(ringAndEnd(17)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.BUSY));
        assertThat(ringAndEnd(21)).isEqualTo(new Input.OfferDeclined(OFFER));
        assertThat(ringAndEnd(19)).isEqualTo(new Input.OfferDeclined(OFFER));
        assertThat(ringAndEnd(1)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
        assertThat(ringAndEnd(38)).isEqualTo(new Input.OfferFailed(OFFER, OfferFailure.NETWORK));
    }

    @Test
    void aPhoneThatIsNotThereNeverGetsAChannel() {
        offer();
        hear(new AmiEvent.RingEnded(LEG, false, 0));
        expect(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
    }

    @Test
    void anAgentWithoutAPhoneIsUnreachable() {
        wait(ANN);
        deliver(new Output.Offer(
                OFFER, new AgentId(new UUID(0, 8)), SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        expect(new Input.OfferFailed(OFFER, OfferFailure.DEVICE_UNREACHABLE));
    }

    @Test
    void aRetractedLegIsHungUpEvenIfItsChannelComesLater() {
        offer();
        deliver(new Output.Retract(OFFER, BO, OfferOutcome.TIMED_OUT));
        hear(new AmiEvent.Created(LEG, LEG_NAME));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
        hear(new AmiEvent.Gone(LEG, 16), new AmiEvent.RingEnded(LEG, false, 0));
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void theCallerLeavesWhileThePhoneRings() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.Gone(CUSTOMER, 16));
        expect(new Input.Abandoned(ANN, EndCause.ABANDONED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    @Test
    void aBridgeThatIsRefusedFreesTheAgent() {
        offer();
        exchange.bridgeRefusal = Optional.of("Bridge: no");
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.BRIDGE_REFUSED));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
    }

    @Test
    void anAgentWhoIsGoneBeforeTheBridge() {
        offer();
        hear(
                new AmiEvent.Created(LEG, LEG_NAME),
                new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"),
                new AmiEvent.Gone(LEG, 16));
        deliver(new Output.Connect(OFFER, BO));
        expect(new Input.ConnectFailed(OFFER, ConnectFailure.AGENT_LEG_GONE));
    }

    @Test
    void theCallerWhoHangsUpInTheIvrNeverWasInALine() {
        switchboard.greeted(ANN, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        assertThat(switchboard
                        .enterLine(new Waiting(ANN, CUSTOMER, SALES, T0, new CallerId("Ann", "+49")))
                        .join())
                .isFalse();
        assertThat(inputs).isEmpty();
    }

    @Test
    void whatTheCallerIsGrantedReachesTheRouter() {
        Wish wish = Wish.NONE.headStart(Duration.ofMinutes(2)).preferring(BO, Duration.ofSeconds(30));
        switchboard.greeted(ANN, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        switchboard
                .enterLine(new Waiting(ANN, CUSTOMER, SALES, T0, new CallerId("Ann", "+49"), wish))
                .join();
        expect(new Input.Arrived(ANN, Channel.VOICE, SALES, T0, wish));
    }

    void holdingIsNotHangingUp() {
        talk();
        switchboard.hold(ANN, true).join();
        hear(new AmiEvent.Left(CUSTOMER, "b"), new AmiEvent.Left(LEG, "b"));
        switchboard.hold(ANN, false).join();
        hear(new AmiEvent.Left(LEG, "c"), new AmiEvent.Gone(LEG, 16));
        expect(new Input.Ended(ANN, EndCause.AGENT_HUNG_UP));
        assertThat(inputs).hasSize(4);
    }

    @Test
    void aMutedAgentIsStillMutedAfterAReload() {
        talk();
        switchboard.mute(ANN, true).join();
        String again = reloadPage();
        await().until(() -> exchange.asked.contains("bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again"));
        assertThat(exchange.asked)
                .containsSubsequence("mute " + again + " true", "bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again");
        await().until(() -> !switchboard.stateOf(ANN).deviceLost());
        assertThat(switchboard.stateOf(ANN).muted()).isTrue();
    }

    @Test
    void aCustomerOnHoldStaysThereAfterAReloadUntilTheAgentWantsHim() {
        talk();
        switchboard.hold(ANN, true).join();
        String again = reloadPage();
        await().until(() -> exchange.asked.contains("hold " + CUSTOMER + " " + again));
        await().until(() -> !switchboard.stateOf(ANN).deviceLost());
        assertThat(switchboard.stateOf(ANN).held()).isTrue();
        assertThat(exchange.asked).doesNotContain("bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again");
        switchboard.hold(ANN, false).join();
        assertThat(exchange.asked).contains("bridge " + CUSTOMER_NAME + " PJSIP/1002-web-again");
    }

    @Test
    void whoIsAwaitedIsComparedWithoutForgettingThatHeWasMuted() {
        talk();
        switchboard.mute(ANN, true).join();
        exchange.channels = List.of(status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, ANN.toString())));
        hear(new AmiEvent.Gone(LEG, 44));
        await().until(() -> exchange.asked.contains("music " + CUSTOMER));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        hear(new AmiEvent.LinkUp());
        await().until(switchboard::isUp);
        assertThat(switchboard.stateOf(ANN).muted()).isTrue();
        String again = rejoin();
        await().until(() -> exchange.asked.contains("mute " + again + " true"));
    }

    private String reloadPage() {
        hear(new AmiEvent.Gone(LEG, 44));
        await().until(() -> exchange.asked.contains("music " + CUSTOMER));
        return rejoin();
    }

    private String rejoin() {
        deliver(new Output.Reattach(ANN, BO));
        String again = Leg.forRejoin(ANN, BO, T0.toEpochMilli()).channel;
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.contains(again)));
        hear(new AmiEvent.Created(again, "PJSIP/1002-web-again"), new AmiEvent.InDialplan(again, "ahoy-agent", "s"));
        return again;
    }

    private Input ringAndEnd(int cause) {
        inputs.clear();
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.Gone(LEG, cause), new AmiEvent.RingEnded(LEG, false, 0));
        await().until(() -> inputs.size() == 2);
        return inputs.getLast();
    }
}
