package io.ahoy.telephony.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.TransferTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One call after the other through everything that is real. */
class VoiceLiveTest {
    private static final int CALLER = 0x11;
    private static final int AGENT = 0x22;

    private static LiveCentre centre;
    private SipPeer caller;
    private SipPeer phone;
    private Optional<AgentId> onDuty = Optional.empty();
    private AgentId agent = new AgentId(new UUID(0, 0));

    @BeforeAll
    static void start() throws Exception {
        centre = new LiveCentre("live");
        eventually(() -> centre.voice.control().isUp());
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @BeforeEach
    void pickUp() {
        caller = centre.caller("+493012345678", CALLER);
        phone = centre.phone("1001", AGENT).manner(SipPeer.RING);
        centre.heard.forget();
    }

    @AfterEach
    void putDown() {
        caller.legs.stream().filter(SipLeg::isUp).forEach(caller::hangUp);
        phone.legs.stream().filter(SipLeg::isUp).forEach(phone::hangUp);
        onDuty.ifPresent(who -> {
            eventually(() -> centre.seat(who) != SeatState.ON_CONTACT);
            centre.signOut(who);
        });
        eventually(() -> centre.interactions().stream()
                .noneMatch(
                        view -> view.state() != InteractionState.CLOSED && view.state() != InteractionState.WRAP_UP));
        caller.close();
        phone.close();
    }

    @Test
    void callerAndAgentHearEachOtherUntilTheCallerHangsUp() {
        caller.call("500", "Ann");
        eventually(() -> centre.count(InteractionState.WAITING) == 1);
        InteractionId id = centre.interactions().getFirst().id();
        assertThat(centre.history.contact(id.value())).isPresent();

        begin("1001");
        eventually(() -> phone.ringing() == 1);
        assertThat(phone.leg().invite.header("X-Ahoy-Interaction")).isEqualTo(id.toString());
        assertThat(phone.leg().invite.header("From")).contains("03012345678").doesNotContain("Ann");
        phone.answer(phone.leg());

        eventually(() -> centre.seat(agent) == SeatState.ON_CONTACT);
        eventually(() -> caller.leg().sound.heard((byte) AGENT) > 10);
        eventually(() -> phone.leg().sound.heard((byte) CALLER) > 10);

        caller.hangUp(caller.leg());
        eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
        assertThat(endOf(id)).isEqualTo(EndCause.CUSTOMER_HUNG_UP);
        eventually(() -> phone.leg().isOver());
    }

    @Test
    void theAgentHangsUp() {
        InteractionId id = talk();
        phone.hangUp(phone.leg());
        eventually(() -> caller.leg().isOver());
        eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
        assertThat(endOf(id)).isEqualTo(EndCause.AGENT_HUNG_UP);
    }

    @Test
    void theAgentEndsTheCallOnHisDesktop() {
        InteractionId id = talk();
        centre.router.submit(new Input.EndAsked(id, agent)).join();
        eventually(() -> caller.leg().isOver() && phone.leg().isOver());
        eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
        assertThat(endOf(id)).isEqualTo(EndCause.AGENT_HUNG_UP);
    }

    @Test
    void aDeclinedOfferGoesToTheNextAgent() {
        AgentId other = centre.ready("1002", "support");
        try (SipPeer second = centre.phone("1002", 0x33).manner(603)) {
            caller.call("500", "Ann");
            eventually(() -> outcome() == OfferOutcome.DECLINED);
            begin("1001");
            eventually(() -> phone.ringing() == 1);
            centre.signOut(other);
            phone.answer(phone.leg());
            eventually(() -> centre.seat(agent) == SeatState.ON_CONTACT);
            assertThat(second.leg().answer).isZero();
        }
    }

    @Test
    void aBusyPhoneIsTold() {
        phone.manner(486);
        begin("1001");
        caller.call("500", "Ann");
        eventually(() -> outcome() == OfferOutcome.BUSY);
        eventually(() -> centre.seat(agent) == SeatState.ON_BREAK);
        caller.hangUp(caller.leg());
    }

    @Test
    void aPhoneThatIsNotRegisteredIsTold() {
        begin("1003");
        caller.call("500", "Ann");
        eventually(() -> outcome() == OfferOutcome.DEVICE_UNREACHABLE);
        caller.hangUp(caller.leg());
    }

    @Test
    void theCallerLeavesWhileThePhoneRings() {
        begin("1001");
        caller.call("500", "Ann");
        eventually(() -> phone.ringing() == 1);
        caller.hangUp(caller.leg());
        eventually(() -> phone.leg().isOver());
        eventually(() -> outcome() == OfferOutcome.CUSTOMER_LEFT);
        eventually(() -> centre.seat(agent) == SeatState.READY);
    }

    @Test
    void anOfferIsWithdrawnBeforeThePhoneAnswers() {
        begin("1001");
        caller.call("500", "Ann");
        eventually(() -> phone.ringing() == 1);
        centre.router.submit(new Input.SeatSignedOut(agent)).join();
        eventually(() -> phone.leg().isOver());
        assertThat(caller.leg().isUp()).isTrue();
        caller.hangUp(caller.leg());
    }

    @Test
    void theCallerHangsUpInTheIvr() {
        caller.call("502", "Ann");
        eventually(() -> caller.leg().isUp());
        eventually(() -> caller.leg().sound.port() > 0);
        caller.hangUp(caller.leg());
        eventually(() -> centre.history
                .page(HistoryFilter.ALL, Optional.empty(), 1)
                .items()
                .getFirst()
                .cause()
                .equals(Optional.of("ABANDONED")));
        assertThat(centre.heard.all(Output.SegmentChanged.class)).isEmpty();
    }

    @Test
    void transferToAnotherQueueKeepsTheCallerOnTheLine() {
        InteractionId id = talk();
        centre.router
                .submit(new Input.TransferAsked(id, agent, new TransferTarget.ToQueue(LiveCentre.SALES)))
                .join();
        eventually(() -> phone.leg().isOver());
        eventually(() -> view(id).state() == InteractionState.WAITING);
        assertThat(view(id).queue()).isEqualTo(LiveCentre.SALES);
        assertThat(caller.leg().isUp()).isTrue();
        caller.hangUp(caller.leg());
        eventually(() -> centre.interactions().stream().noneMatch(v -> v.id().equals(id)));
    }

    @Test
    void transferToANumberTakesTheCallerThere() {
        try (SipPeer colleague = centre.phone("1002", 0x44).manner(SipPeer.ANSWER)) {
            InteractionId id = talk();
            centre.router
                    .submit(new Input.TransferAsked(id, agent, new TransferTarget.ToNumber("1002")))
                    .join();
            eventually(() -> phone.leg().isOver());
            eventually(colleague::isTalking);
            eventually(() -> caller.leg().sound.heard((byte) 0x44) > 10);
            caller.hangUp(caller.leg());
        }
    }

    @Test
    void aHeldCustomerHearsMusicAndTheAgentSilence() {
        InteractionId id = talk();
        centre.voice.control().hold(id, true).join();
        assertThat(centre.voice.control().stateOf(id).held()).isTrue();
        eventually(() -> nothingMoreFrom(caller, AGENT));
        assertThat(caller.leg().isUp()).isTrue();
        assertThat(phone.leg().isUp()).isTrue();
        centre.voice.control().hold(id, false).join();
        long before = caller.leg().sound.heard((byte) AGENT);
        eventually(() -> caller.leg().sound.heard((byte) AGENT) > before + 10);
        caller.hangUp(caller.leg());
        eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
        assertThat(endOf(id)).isEqualTo(EndCause.CUSTOMER_HUNG_UP);
    }

    @Test
    void aMutedAgentIsNotHeard() {
        InteractionId id = talk();
        centre.voice.control().mute(id, true).join();
        eventually(() -> nothingMoreFrom(caller, AGENT));
        long before = phone.leg().sound.heard((byte) CALLER);
        eventually(() -> phone.leg().sound.heard((byte) CALLER) > before + 10);
        centre.voice.control().mute(id, false).join();
        long muted = caller.leg().sound.heard((byte) AGENT);
        eventually(() -> caller.leg().sound.heard((byte) AGENT) > muted + 10);
    }

    @Test
    void theAgentRejoinsOnANewLeg() {
        InteractionId id = talk();
        SipLeg old = phone.leg();
        phone.manner(SipPeer.RING);
        centre.router.submit(new Input.ReattachAsked(id, agent)).join();
        eventually(() -> phone.legs.size() == 2 && phone.ringing() == 1);
        assertThat(caller.leg().sound.heard((byte) AGENT)).isPositive();
        phone.answer(phone.leg());
        eventually(old::isOver);
        eventually(() -> phone.leg().sound.heard((byte) CALLER) > 10);
        assertThat(centre.seat(agent)).isEqualTo(SeatState.ON_CONTACT);
        phone.hangUp(phone.leg());
        eventually(() -> caller.leg().isOver());
        assertThat(endOf(id)).isEqualTo(EndCause.AGENT_HUNG_UP);
    }

    /** Behind a proxy on this machine every browser comes from the address of the trunk. */
    @Test
    void aStrangerOnTheBrowsersWebSocketIsNotTheTrunk() throws Exception {
        for (String from : List.of("+493012345678", "trunk", "nobody")) {
            assertThat(SipBrowser.call(centre.asterisk.websocketPort(), from, "500"))
                    .as(from)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(centre.interactions()).isEmpty();
    }

    @Test
    void callersAreServedInTheOrderOfTheirArrival() {
        try (SipPeer second = centre.caller("+493012345679", 0x55)) {
            caller.call("500", "First");
            eventually(() -> centre.count(InteractionState.WAITING) == 1);
            second.call("500", "Second");
            eventually(() -> centre.count(InteractionState.WAITING) == 2);
            phone.manner(SipPeer.ANSWER);
            begin("1001");
            eventually(() -> caller.leg().sound.heard((byte) AGENT) > 10);
            assertThat(second.leg().sound.heard((byte) AGENT)).isZero();
            caller.hangUp(caller.leg());
            eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
            centre.router.submit(new Input.WrapUpDone(agent)).join();
            eventually(() -> second.leg().sound.heard((byte) AGENT) > 10);
            second.hangUp(second.leg());
        }
    }

    @Test
    void nobodyIsMistakenForAnotherWhoseChannelIdBeginsAlike() {
        List<SipPeer> many = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            SipPeer next = centre.caller("+4930123457" + (10 + i), 0x60);
            many.add(next);
            next.call("500", "Caller " + i);
            long expected = i + 1;
            eventually(() -> centre.count(InteractionState.WAITING) == expected);
        }
        phone.manner(SipPeer.ANSWER);
        begin("1001");
        for (SipPeer next : many) {
            eventually(() -> next.leg().sound.heard((byte) AGENT) > 0);
            assertThat(many.stream().filter(other -> other.leg().isUp() && other != next))
                    .allMatch(other -> other.leg().sound.heard((byte) AGENT) == 0);
            next.hangUp(next.leg());
            eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
            centre.router.submit(new Input.WrapUpDone(agent)).join();
            next.close();
        }
    }

    private void begin(String extension) {
        agent = centre.ready(extension, "support");
        onDuty = Optional.of(agent);
    }

    private InteractionId talk() {
        phone.manner(SipPeer.ANSWER);
        begin("1001");
        caller.call("500", "Ann");
        eventually(() -> centre.seat(agent) == SeatState.ON_CONTACT);
        eventually(() -> caller.leg().sound.heard((byte) AGENT) > 10);
        return centre.interactions().stream()
                .filter(view -> view.state() == InteractionState.ACTIVE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static boolean nothingMoreFrom(SipPeer peer, int tone) {
        long before = peer.leg().sound.heard((byte) tone);
        await().pollDelay(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> true);
        return peer.leg().sound.heard((byte) tone) == before;
    }

    private static InteractionView view(InteractionId id) {
        return centre.interactions().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OfferOutcome outcome() {
        return centre.heard
                .last(Output.OfferEnded.class)
                .map(Output.OfferEnded::outcome)
                .orElse(OfferOutcome.ACCEPTED);
    }

    private static EndCause endOf(InteractionId id) {
        List<Output.InteractionChanged> all = centre.heard.all(Output.InteractionChanged.class);
        return all.stream()
                .filter(changed -> changed.interaction().id().equals(id))
                .flatMap(changed -> changed.interaction().cause().stream())
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
