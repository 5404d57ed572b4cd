package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final Instant T0 = Instant.parse("2026-11-01T10:00:00Z");
    private static final AgentId BO = new AgentId(new UUID(0, 7));
    private static final InteractionId ANN = new InteractionId(new UUID(0, 1));
    private static final OfferId OFFER = new OfferId(ANN, 1);
    private static final String LEG = Leg.channelOf(OFFER);
    private static final String CUSTOMER = "100.1";

    private final CallBook book = new CallBook();
    private final Map<InteractionId, InteractionView> views = new LinkedHashMap<>();
    private final List<ChannelStatus> channels = new ArrayList<>();
    private final Set<InteractionId> unsettled = new HashSet<>();
    private final Set<InteractionId> postponed = new HashSet<>();
    private Optional<Instant> startedAt = Optional.empty();

    @Test
    void aWaitingCallerWhoIsStillThereNeedsNothing() {
        view(InteractionState.WAITING);
        customer("ahoy-wait", "");
        assertThat(compare()).isEmpty();
        assertThat(book.call(ANN)).map(call -> call.stage).contains(Call.Stage.IN_LINE);
    }

    @Test
    void aWaitingCallerWhoIsGoneHasLeftUnseen() {
        view(InteractionState.WAITING);
        assertThat(compare()).containsExactly(report(new Input.Abandoned(ANN, EndCause.ENDED_UNSEEN)));
    }

    @Test
    void afterARestartOfAsteriskItIsAsterisksFault() {
        view(InteractionState.ACTIVE);
        startedAt = Optional.of(T0.plusSeconds(1));
        assertThat(compare()).containsExactly(report(new Input.Ended(ANN, EndCause.PBX_FAILED)));
        startedAt = Optional.of(T0.minusSeconds(1));
        assertThat(compare()).containsExactly(report(new Input.Ended(ANN, EndCause.ENDED_UNSEEN)));
    }

    @Test
    void anOfferWhosePhoneRingsGoesOn() {
        view(InteractionState.OFFERED);
        customer("ahoy-wait", "");
        leg(false, "");
        assertThat(compare()).isEmpty();
    }

    @Test
    void anOfferWithoutAPhoneIsLost() {
        view(InteractionState.OFFERED);
        customer("ahoy-wait", "");
        assertThat(compare()).containsExactly(report(new Input.OfferFailed(OFFER, OfferFailure.LOST_IN_RESTART)));
    }

    @Test
    void anOfferThatHasNotRungYetIsNotLost() {
        view(InteractionState.OFFERED);
        customer("ahoy-wait", "");
        postponed.add(ANN);
        assertThat(compare()).isEmpty();
    }

    @Test
    void anOfferAnsweredUnseenIsAccepted() {
        view(InteractionState.OFFERED);
        customer("ahoy-wait", "");
        leg(false, "");
        compare();
        channels.removeLast();
        leg(true, "");
        assertThat(compare()).containsExactly(report(new Input.OfferAccepted(OFFER)));
    }

    @Test
    void anOfferAnsweredBeforeOurRestartIsAccepted() {
        view(InteractionState.OFFERED);
        customer("ahoy-wait", "");
        leg(true, "");
        assertThat(compare()).containsExactly(report(new Input.OfferAccepted(OFFER)));
    }

    @Test
    void legsJoinedUnseenAreConnected() {
        view(InteractionState.CONNECTING);
        customer("ahoy-wait", "b");
        leg(true, "b");
        assertThat(compare()).containsExactly(report(new Input.Connected(OFFER)));
        assertThat(book.call(ANN).orElseThrow().leg).isPresent();
    }

    @Test
    void legsThatWereNotJoinedHaveFailed() {
        view(InteractionState.CONNECTING);
        customer("ahoy-wait", "");
        leg(true, "");
        assertThat(compare())
                .containsExactly(
                        new Finding.Stray(LEG), report(new Input.ConnectFailed(OFFER, ConnectFailure.LOST_IN_RESTART)));
    }

    @Test
    void aConversationGoesOn() {
        view(InteractionState.ACTIVE);
        customer("ahoy-wait", "b");
        leg(true, "b");
        assertThat(compare()).isEmpty();
        assertThat(book.call(ANN).orElseThrow().stage).isEqualTo(Call.Stage.TALKING);
        assertThat(book.call(ANN).orElseThrow().leg).map(leg -> leg.channel).contains(LEG);
    }

    @Test
    void aConversationMutedBeforeOurRestartIsMuted() {
        view(InteractionState.ACTIVE);
        customer("ahoy-wait", "b");
        leg(true, "b", Map.of(Exchange.MUTED, "on"));
        assertThat(compare()).singleElement().isInstanceOf(Finding.Unshown.class);
        assertThat(book.call(ANN).orElseThrow().phone()).isEqualTo(new PhoneState(ANN, true, false, false));
        assertThat(compare()).isEmpty();
    }

    @Test
    void aConversationOnHoldBeforeOurRestartIsOnHold() {
        view(InteractionState.ACTIVE);
        customer("ahoy-held", "");
        leg(true, "b", Map.of(Exchange.MUTED, "off"));
        assertThat(compare()).singleElement().isInstanceOf(Finding.Unshown.class);
        assertThat(book.call(ANN).orElseThrow().phone()).isEqualTo(new PhoneState(ANN, false, true, false));
    }

    @Test
    void aCustomerLeftAloneInAConversation() {
        view(InteractionState.ACTIVE);
        customer("ahoy-wait", "");
        assertThat(compare()).singleElement().isInstanceOf(Finding.Alone.class);
    }

    @Test
    void aStrayLegIsHungUp() {
        view(InteractionState.WAITING);
        customer("ahoy-wait", "");
        leg(true, "");
        assertThat(compare()).containsExactly(new Finding.Stray(LEG));
    }

    @Test
    void aCallerWhomTheRouterDoesNotKnowIsReported() {
        customer("ahoy-wait", "");
        assertThat(compare()).singleElement().isInstanceOf(Finding.Unreported.class);
    }

    @Test
    void aCallerWithoutAnIdentityIsFound() {
        channels.add(SwitchboardScene.status("5.1", "ahoy-wait", "", Map.of()));
        assertThat(compare()).singleElement().isInstanceOf(Finding.Nameless.class);
    }

    @Test
    void aCallerWhoseIdentityGotLostOnTheWayToHisChannelIsNoSecondCaller() {
        view(InteractionState.WAITING);
        book.add(new Call(ANN, "5.1", "PJSIP/x-5.1", new CallerId("Ann", "+49"), Call.Stage.IN_LINE));
        channels.add(SwitchboardScene.status("5.1", "ahoy-wait", "", Map.of()));
        assertThat(compare()).isEmpty();
    }

    @Test
    void callersInTheIvrAreLeftAlone() {
        channels.add(SwitchboardScene.status("5.1", "ahoy-greet", "", Map.of()));
        customer("ahoy-greet", "");
        assertThat(compare()).isEmpty();
    }

    @Test
    void whatCannotBeJudgedHidesNothingElse() {
        InteractionId bo = new InteractionId(new UUID(0, 2));
        view(bo, InteractionState.OFFERED, Optional.empty());
        channels.add(SwitchboardScene.status("5.1", "ahoy-wait", "", Map.of(Exchange.IID, bo.toString())));
        view(InteractionState.WAITING);
        assertThat(compare()).containsExactly(report(new Input.Abandoned(ANN, EndCause.ENDED_UNSEEN)));
    }

    @Test
    void whatIsMovingIsLeftToTheEvents() {
        view(InteractionState.WAITING);
        unsettled.add(ANN);
        assertThat(compare()).isEmpty();
    }

    @Test
    void aCustomerWhoStandsInSilenceGetsMusicAgain() {
        view(InteractionState.WAITING);
        customer("ahoy-held", "");
        assertThat(compare()).singleElement().isInstanceOf(Finding.Misplaced.class);
    }

    @Test
    void someoneStillToBeTransferredOutKeepsHisPlaceAndHisAgent() {
        view(InteractionState.WRAP_UP);
        customer("ahoy-wait", "b");
        leg(true, "b");
        postponed.add(ANN);
        assertThat(compare()).isEmpty();
        views.clear();
        channels.clear();
        customer("ahoy-wait", "");
        assertThat(compare()).isEmpty();
    }

    @Test
    void someoneTransferredOutIsNotHungUp() {
        view(InteractionState.WRAP_UP);
        customer("ahoy-out", "b");
        assertThat(compare()).isEmpty();
    }

    @Test
    void someoneWhoHearsWhyHeIsSentAwayIsLeftAlone() {
        customer("ahoy-leave", "");
        assertThat(compare()).isEmpty();
        assertThat(book.call(ANN)).map(call -> call.stage).contains(Call.Stage.LEAVING);
        view(InteractionState.WRAP_UP);
        assertThat(compare()).isEmpty();
    }

    @Test
    void whoWaitsToBeCalledBackNeedsNoChannel() {
        callback(InteractionState.WAITING);
        assertThat(compare()).isEmpty();
    }

    @Test
    void whoChoseACallbackAndWasForgottenOnTheLineLeavesIt() {
        callback(InteractionState.WAITING);
        customer("ahoy-wait", "");
        assertThat(compare()).singleElement().isInstanceOf(Finding.Chose.class);
    }

    @Test
    void theGoodbyeOfTheCallInWhichHeChoseIsNotTakenForTheCallBack() {
        callback(InteractionState.CONNECTING);
        leg(true, "");
        dialled(false, "");
        customer("ahoy-leave", "");
        assertThat(compare()).isEmpty();
        assertThat(book.call(ANN)).map(call -> call.channel).contains(Dialled.channelOf(OFFER));
    }

    @Test
    void aCustomerWhoseTelephoneRingsIsWaitedFor() {
        callback(InteractionState.CONNECTING);
        leg(true, "");
        dialled(false, "");
        assertThat(compare()).isEmpty();
        assertThat(book.call(ANN)).map(call -> call.stage).contains(Call.Stage.DIALLED);
    }

    @Test
    void aCustomerJoinedUnseenIsConnected() {
        callback(InteractionState.CONNECTING);
        leg(true, "b");
        dialled(true, "b");
        assertThat(compare()).containsExactly(report(new Input.Connected(OFFER)));
    }

    @Test
    void aCallBackThatWasLostHasFailed() {
        callback(InteractionState.CONNECTING);
        leg(true, "");
        assertThat(compare())
                .containsExactly(
                        new Finding.Stray(LEG), report(new Input.ConnectFailed(OFFER, ConnectFailure.LOST_IN_RESTART)));
    }

    private void callback(InteractionState state) {
        boolean offered = state != InteractionState.WAITING;
        views.put(
                ANN,
                SwitchboardScene.seen(
                        Channel.CALLBACK, state, Optional.of(OFFER).filter(offer -> offered)));
    }

    private void dialled(boolean answered, String bridge) {
        Map<String, String> variables = Map.of(Exchange.IID, ANN.toString());
        ChannelStatus up = SwitchboardScene.status(Dialled.channelOf(OFFER), "ahoy-customer", bridge, variables);
        channels.add(new ChannelStatus(
                up.channel(),
                up.name(),
                answered,
                up.context(),
                "s",
                up.age(),
                up.bridge(),
                Optional.empty(),
                variables));
    }

    private List<Finding> compare() {
        return new Reconciler(book, views, channels, unsettled::contains, postponed::contains, startedAt).compare();
    }

    private void view(InteractionState state) {
        boolean offered = state == InteractionState.OFFERED
                || state == InteractionState.CONNECTING
                || state == InteractionState.ACTIVE;
        view(ANN, state, offered ? Optional.of(OFFER) : Optional.empty());
    }

    private void view(InteractionId id, InteractionState state, Optional<OfferId> offer) {
        views.put(
                id,
                new InteractionView(
                        id,
                        Channel.VOICE,
                        new QueueId("sales"),
                        state,
                        T0,
                        0,
                        T0,
                        T0,
                        T0,
                        1,
                        offer.map(some -> BO),
                        offer,
                        Optional.empty(),
                        SkillNeed.NONE,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Collections.emptySortedSet()));
    }

    private void customer(String context, String bridge) {
        channels.add(SwitchboardScene.status(CUSTOMER, context, bridge, Map.of(Exchange.IID, ANN.toString())));
    }

    private void leg(boolean answered, String bridge) {
        leg(answered, bridge, Map.of());
    }

    private void leg(boolean answered, String bridge, Map<String, String> variables) {
        ChannelStatus up = SwitchboardScene.status(LEG, "ahoy-agent", bridge, Map.of());
        channels.add(new ChannelStatus(
                up.channel(),
                up.name(),
                answered,
                up.context(),
                "s",
                up.age(),
                up.bridge(),
                Optional.empty(),
                variables));
    }

    private static Finding report(Input input) {
        return new Finding.Report(input);
    }
}
