package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.telephony.ami.AmiEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was missed, and what breaks. */
class SwitchboardGapsTest extends SwitchboardScene {
    @Test
    void outputsWaitForTheLinkAndAnOfferThatCannotRingIsGivenBack() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusMillis(2_100), reason()));
        expect(new Input.OfferFailed(OFFER, OfferFailure.LOST_IN_RESTART));
        assertThat(exchange.asked).noneMatch(what -> what.startsWith("ring"));
    }

    @Test
    void anOfferKeptDuringAGapRingsAfterIt() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        exchange.channels = List.of(status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, ANN.toString())));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        deliver(new Output.Offer(OFFER, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.startsWith("ring PJSIP/1002-web")));
        assertThat(inputs).containsExactly(arrived());
    }

    @Test
    void aJoinKeptDuringAGapIsForgottenWithItsOffer() {
        offer();
        hear(new AmiEvent.Created(LEG, LEG_NAME), new AmiEvent.InDialplan(LEG, "ahoy-agent", "s"));
        expect(new Input.OfferAccepted(OFFER));
        view(InteractionState.CONNECTING, Optional.of(OFFER));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        OfferId next = new OfferId(ANN, 2);
        deliver(
                new Output.Connect(OFFER, BO),
                new Output.Retract(OFFER, BO, OfferOutcome.NETWORK),
                new Output.Offer(next, BO, SALES, Channel.VOICE, T0.plusSeconds(20), reason()));
        view(InteractionState.OFFERED, Optional.of(next));
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.stream().anyMatch(what -> what.contains(" as " + Leg.channelOf(next))));
        assertThat(exchange.asked).noneMatch(what -> what.startsWith("bridge"));
    }

    @Test
    void aCallerWithoutAnIdentityGetsOneAndTheDefaultLine() {
        exchange.channels = List.of(status("200.1", "ahoy-wait", "", Map.of()));
        hear(new AmiEvent.LinkDirty("test"));
        InteractionId named = new InteractionId(new UUID(0, 99));
        expect(new Input.Arrived(named, Channel.VOICE, SALES, T0.minusSeconds(5)));
        assertThat(exchange.asked).contains("set 200.1 AHOY_IID " + named);
    }

    @Test
    void whoIsWithTheIvrIsToldToBeOnTheLine() {
        InteractionId other = new InteractionId(new UUID(0, 2));
        switchboard.greeted(ANN, CUSTOMER, CUSTOMER_NAME, new CallerId("Ann", "+49"));
        exchange.channels = List.of(
                status(CUSTOMER, "ahoy-greet", "", Map.of()),
                status("200.1", "ahoy-greet", "", Map.of(Exchange.IID, other.toString())));
        hear(new AmiEvent.LinkDirty("test"));
        await().untilAsserted(() -> assertThat(present).containsExactlyInAnyOrder(ANN, other));
    }

    @Test
    void whatBreaksForOneCallerBreaksForNoOther() {
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        exchange.channels = List.of(
                status("200.1", "ahoy-wait", "", Map.of()),
                status("200.2", "ahoy-wait", "", Map.of(Exchange.IID, ANN.toString())));
        exchange.breaksAt = Optional.of("set 200.1");
        hear(new AmiEvent.LinkUp());
        await().until(switchboard::isUp);
        expect(new Input.Arrived(ANN, Channel.VOICE, SALES, T0.minusSeconds(5)));
    }

    @Test
    void whatIsKeptIsCarriedOutAlthoughOneOfItBreaks() {
        talk();
        exchange.channels = List.of(
                status(CUSTOMER, "ahoy-wait", "b", Map.of(Exchange.IID, ANN.toString())),
                status(LEG, "ahoy-agent", "b", Map.of()));
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        deliver(new Output.Reattach(ANN, BO), new Output.ReturnToLine(ANN, SALES));
        exchange.breaksAt = Optional.of("ring");
        hear(new AmiEvent.LinkUp());
        await().until(switchboard::isUp);
        await().until(() -> exchange.asked.contains("to line " + CUSTOMER + " sales ahoy"));
    }

    @Test
    void aListThatCannotBeAskedForIsAskedForAgain() {
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        exchange.breaksAt = Optional.of("channels");
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.contains("broke at channels"));
        exchange.breaksAt = Optional.empty();
        await().until(switchboard::isUp);
    }

    @Test
    void aTransferThatACrashPreventedIsMadeUpFor() {
        stillInConversation();
        crash(wrappingUp(), new Output.TransferOut(ANN, "+4930"));
        await().until(() -> exchange.asked.contains("hang up " + LEG));
        assertThat(exchange.asked).containsExactly("transfer " + CUSTOMER + " to +4930", "hang up " + LEG);
    }

    @Test
    void soIsOneWhoseAgentHadNothingToWrapUp() {
        stillInConversation();
        crash(Image.EMPTY, new Output.TransferOut(ANN, "+4930"));
        await().until(() -> exchange.asked.contains("transfer " + CUSTOMER + " to +4930"));
        assertThat(inputs).isEmpty();
    }

    @Test
    void whoHasBeenTransferredAlreadyIsLeftAlone() {
        exchange.channels = List.of(status(CUSTOMER, "ahoy-out", "b", Map.of(Exchange.IID, ANN.toString())));
        crash(wrappingUp(), new Output.TransferOut(ANN, "+4930"));
        deliver(new Output.TransferOut(ANN, "+4930"));
        switchboard.mute(ANN, true).handle((done, refused) -> true).join();
        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void aTransferIsOwedUntilAsteriskIsThereToCarryItOut() {
        talk();
        hear(new AmiEvent.LinkDown("cut"));
        await().until(() -> !switchboard.isUp());
        assertThat(switchboard.owes()).isFalse();
        deliver(new Output.TransferOut(ANN, "+4930"));
        assertThat(switchboard.owes()).isTrue();
        stillInConversation();
        hear(new AmiEvent.LinkUp());
        await().until(() -> exchange.asked.contains("transfer " + CUSTOMER + " to +4930"));
        await().until(() -> !switchboard.owes());
    }

    private void stillInConversation() {
        exchange.channels = List.of(
                status(CUSTOMER, "ahoy-wait", "b", Map.of(Exchange.IID, ANN.toString())),
                status(LEG, "ahoy-agent", "b", Map.of()));
    }

    private static Image wrappingUp() {
        List<InteractionView> interactions = List.of(seen(InteractionState.WRAP_UP, Optional.empty()));
        return new Image(
                List.of(),
                List.of(),
                new TreeMap<>(),
                Optional.empty(),
                interactions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Image.EMPTY.ledger());
    }
}
