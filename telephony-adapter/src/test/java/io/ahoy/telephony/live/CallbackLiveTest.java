package io.ahoy.telephony.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.history.Contact;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.CallbackRule;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.TransferTarget;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the key in the line to the conversation, with the real Asterisk; the trunk leads to the customer's telephone. */
class CallbackLiveTest {
    private static final int AGENT = 0x22;
    private static final int CUSTOMER = 0x33;
    private static final int COLLEAGUE = 0x44;
    private static final String NUMBER = "+493012345678";
    private static final CallbackRule PATIENT =
            new CallbackRule(3, Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofHours(1), Optional.empty());
    private static final CallbackRule HASTY =
            new CallbackRule(2, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1), Optional.empty());

    private static LiveCentre centre;
    private SipPeer phone;
    private SipPeer customer;

    @BeforeAll
    static void start() throws Exception {
        centre = new LiveCentre("callback");
        eventually(() -> centre.voice.control().isUp());
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @BeforeEach
    void plugIn() throws Exception {
        phone = centre.phone("1001", AGENT).manner(SipPeer.RING);
        customer = centre.outside(CUSTOMER).manner(SipPeer.RING);
        centre.heard.forget();
    }

    @AfterEach
    void unplug() {
        phone.close();
        customer.close();
    }

    @Test
    void isCalledBackAfterARestartAndBothHearEachOther() throws Exception {
        InteractionId id = chooseCallback(PATIENT);
        centre.shut();
        centre.open();
        eventually(() -> centre.voice.control().isUp());
        AgentId agent = centre.ready("1001", "sales");
        answerAsAgent();
        answerAsCustomer();
        assertThat(customer.leg().invite.first()).contains("sip:" + NUMBER + "@");
        assertThat(customer.leg().invite.header("From")).contains("<sip:501@");
        talk(agent);

        centre.voice.control().hold(id, true).join();
        eventually(() -> nothingMoreFrom(customer, AGENT));
        centre.voice.control().hold(id, false).join();
        hearsMore(customer, AGENT);
        hearsMore(phone, CUSTOMER);

        customer.hangUp(customer.leg());
        eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
        eventually(() -> phone.leg().isOver());
        centre.signOut(agent);
        eventually(() -> contact(id).state().equals("CLOSED"));
        assertThat(contact(id).channel()).isEqualTo("VOICE");
        assertThat(contact(id).cause()).contains(EndCause.CUSTOMER_HUNG_UP.name());
        assertThat(contact(id).segments())
                .extracting(Contact.Segment::outcome)
                .containsExactly("FLOWED_OUT", "ANSWERED");
        assertThat(contact(id).segments().getLast().cause()).contains(EndCause.CUSTOMER_HUNG_UP.name());
    }

    @Test
    void whoIsBusyIsTriedAgainAndGivenUpWhenHeDoesNotAnswer() throws Exception {
        InteractionId id = chooseCallback(HASTY);
        centre.heard.forget();
        customer.manner(486);
        AgentId agent = centre.ready("1001", "sales");
        SipLeg first = answerAsAgent();
        eventually(() -> states().contains(InteractionState.SCHEDULED));
        eventually(first::isOver);
        assertThat(customer.leg().isOver()).isTrue();

        customer.manner(SipPeer.RING);
        SipLeg second = answerAsAgent();
        eventually(() -> customer.legs.size() == 2 && customer.leg().isOver());
        eventually(second::isOver);
        eventually(() -> centre.seat(agent) == SeatState.READY);
        centre.signOut(agent);
        eventually(() -> contact(id).state().equals("CLOSED"));
        assertThat(states())
                .containsExactly(
                        InteractionState.OFFERED,
                        InteractionState.CONNECTING,
                        InteractionState.SCHEDULED,
                        InteractionState.WAITING,
                        InteractionState.OFFERED,
                        InteractionState.CONNECTING,
                        InteractionState.CLOSED);
        assertThat(contact(id).cause()).contains(EndCause.CALLBACK_UNANSWERED.name());
        assertThat(customer.legs).hasSize(2);
    }

    @Test
    void anAgentWhoHangsUpStopsTheCustomersTelephoneAndMayTryAgain() throws Exception {
        InteractionId id = chooseCallback(PATIENT);
        AgentId agent = centre.ready("1001", "sales");
        answerAsAgent();
        eventually(() -> customer.ringing() == 1);
        phone.hangUp(phone.leg());
        eventually(() -> customer.leg().isOver());
        eventually(() -> centre.seat(agent) == SeatState.ON_BREAK);
        assertThat(centre.count(InteractionState.WAITING)).isEqualTo(1);

        centre.router.submit(new Input.SeatResumed(agent)).join();
        answerAsAgent();
        answerAsCustomer();
        talk(agent);

        centre.loseAgentsDevices();
        eventually(() -> centre.voice.control().stateOf(id).deviceLost());
        centre.router.submit(new Input.ReattachAsked(id, agent)).join();
        answerAsAgent();
        hearsMore(customer, AGENT);
        hearsMore(phone, CUSTOMER);
        assertThat(customer.legs).hasSize(2);

        phone.hangUp(phone.leg());
        eventually(() -> customer.leg().isOver());
        centre.signOut(agent);
        eventually(() -> contact(id).state().equals("CLOSED"));
        assertThat(contact(id).cause()).contains(EndCause.AGENT_HUNG_UP.name());
    }

    @Test
    void aRestartWhileHisTelephoneRingsLosesNothingAndHeIsTransferredAsAnyCaller() throws Exception {
        InteractionId id = chooseCallback(PATIENT);
        AgentId agent = centre.ready("1001", "sales");
        answerAsAgent();
        eventually(() -> customer.ringing() == 1);
        centre.shut();
        centre.open();
        eventually(() -> centre.voice.control().isUp());
        answerAsCustomer();
        talk(agent);
        assertThat(customer.legs).hasSize(1);

        AgentId other = centre.ready("1002", "support");
        try (SipPeer second = centre.phone("1002", COLLEAGUE).manner(SipPeer.ANSWER)) {
            centre.router
                    .submit(new Input.TransferAsked(id, agent, new TransferTarget.ToQueue(LiveCentre.SUPPORT)))
                    .join();
            eventually(() -> phone.leg().isOver());
            eventually(() -> centre.seat(other) == SeatState.ON_CONTACT);
            hearsMore(customer, COLLEAGUE);
            hearsMore(second, CUSTOMER);
            customer.hangUp(customer.leg());
            eventually(() -> second.leg().isOver());
        }
        centre.signOut(agent);
        centre.signOut(other);
        eventually(() -> contact(id).state().equals("CLOSED"));
        assertThat(contact(id).segments())
                .extracting(Contact.Segment::queue)
                .containsExactly("sales", "sales", "support");
    }

    /** He calls, hears the offer in the line, presses the key, hears that it is so, and is hung up. */
    private InteractionId chooseCallback(CallbackRule rule) throws Exception {
        Overflow offered = new Overflow(new Overflow.Waited(Duration.ofSeconds(1)), new Overflow.OfferCallback());
        centre.router
                .submit(new Input.QueuesChanged(List.of(
                        LiveCentre.rule(LiveCentre.SALES).with(List.of(offered)).with(rule),
                        LiveCentre.rule(LiveCentre.SUPPORT))))
                .join();
        try (SipPeer caller = centre.caller(NUMBER, 0x11)) {
            caller.call("501", "Ann");
            eventually(() -> !centre.heard.all(Output.Overflowed.class).isEmpty());
            eventually(() -> caller.leg().sound.heardOf(prompt("callback-offer")));
            caller.press(caller.leg(), '1');
            eventually(() -> caller.leg().isOver());
            assertThat(caller.leg().sound.heardOf(prompt("callback-chosen"))).isTrue();
        }
        assertThat(centre.interactions()).hasSize(1);
        assertThat(centre.count(InteractionState.WAITING)).isEqualTo(1);
        return centre.interactions().getFirst().id();
    }

    private SipLeg answerAsAgent() {
        eventually(() -> phone.ringing() == 1);
        assertThat(phone.leg().invite.header("From")).contains(NUMBER);
        SipLeg leg = phone.leg();
        phone.answer(leg);
        return leg;
    }

    private void answerAsCustomer() {
        eventually(() -> customer.ringing() == 1);
        customer.answer(customer.leg());
    }

    private void talk(AgentId agent) {
        eventually(() -> centre.seat(agent) == SeatState.ON_CONTACT);
        hearsMore(customer, AGENT);
        hearsMore(phone, CUSTOMER);
    }

    private static void hearsMore(SipPeer who, int tone) {
        long before = who.leg().sound.heard((byte) tone);
        eventually(() -> who.leg().sound.heard((byte) tone) > before + 10);
    }

    private static boolean nothingMoreFrom(SipPeer peer, int tone) {
        long before = peer.leg().sound.heard((byte) tone);
        await().pollDelay(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> true);
        return peer.leg().sound.heard((byte) tone) == before;
    }

    /** In the order in which he went through them. */
    private static List<InteractionState> states() {
        List<InteractionState> states = new ArrayList<>();
        centre.heard.all(Output.InteractionChanged.class).stream()
                .map(changed -> changed.interaction().state())
                .filter(state -> states.isEmpty() || states.getLast() != state)
                .forEach(states::add);
        return states;
    }

    private static Contact contact(InteractionId id) {
        return centre.history.contact(id.value()).orElseThrow();
    }

    private static byte[] prompt(String name) throws Exception {
        return Files.readAllBytes(LiveCentre.TEMPLATES.resolve("sounds/en/ahoy/" + name + ".ulaw"));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
