package io.ahoy.telephony.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.SeatState;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the key in the line to the call back, with the real Asterisk. */
class CallbackLiveTest {
    private static final int AGENT = 0x22;
    private static final int CUSTOMER = 0x33;

    private static LiveCentre centre;

    @BeforeAll
    static void start() throws Exception {
        centre = new LiveCentre("callback");
        eventually(() -> centre.voice.control().isUp());
        Overflow offered = new Overflow(new Overflow.Waited(Duration.ofSeconds(1)), new Overflow.OfferCallback());
        centre.router
                .submit(new Input.QueuesChanged(
                        List.of(LiveCentre.rule(LiveCentre.SALES).with(List.of(offered)))))
                .join();
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @Test
    void isCalledBackAfterARestartAndSpeaksWithTheAgent() throws Exception {
        chooseCallback("+493012345678");
        centre.shut();
        centre.open();
        eventually(() -> centre.voice.control().isUp());
        try (SipPeer phone = centre.phone("1001", AGENT).manner(SipPeer.RING);
                SipPeer customer = centre.outside(CUSTOMER).manner(SipPeer.RING)) {
            AgentId agent = centre.ready("1001", "sales");
            eventually(() -> phone.ringing() == 1);
            assertThat(phone.leg().invite.header("From")).contains("+493012345678");
            phone.answer(phone.leg());
            eventually(() -> customer.ringing() == 1);
            assertThat(customer.leg().invite.first()).contains("+493012345678");
            customer.answer(customer.leg());
            eventually(() -> centre.seat(agent) == SeatState.ON_CONTACT);
            eventually(() -> customer.leg().sound.heard((byte) AGENT) > 10);
            eventually(() -> phone.leg().sound.heard((byte) CUSTOMER) > 10);
            customer.hangUp(customer.leg());
            eventually(() -> centre.seat(agent) == SeatState.WRAP_UP);
            eventually(() -> phone.leg().isOver());
            assertThat(causes()).contains(EndCause.CUSTOMER_HUNG_UP);
            centre.signOut(agent);
        }
    }

    @Test
    void isTriedAgainLaterIfHeIsBusy() throws Exception {
        chooseCallback("+493012345679");
        try (SipPeer phone = centre.phone("1002", AGENT).manner(SipPeer.ANSWER);
                SipPeer customer = centre.outside(CUSTOMER).manner(486)) {
            AgentId agent = centre.ready("1002", "sales");
            eventually(() -> centre.count(InteractionState.SCHEDULED) == 1);
            eventually(() -> phone.leg().isOver());
            assertThat(customer.leg().isOver()).isTrue();
            eventually(() -> centre.seat(agent) == SeatState.READY);
            centre.signOut(agent);
        }
    }

    private static void chooseCallback(String number) throws Exception {
        centre.heard.forget();
        try (SipPeer caller = centre.caller(number, 0x11)) {
            caller.call("501", "Ann");
            eventually(() -> !centre.heard.all(Output.Overflowed.class).isEmpty());
            eventually(() -> caller.leg().sound.heardOf(prompt("callback-offer")));
            caller.press(caller.leg(), '1');
            eventually(() -> caller.leg().isOver());
            assertThat(caller.leg().sound.heardOf(prompt("callback-chosen"))).isTrue();
        }
        assertThat(causes()).isEmpty();
    }

    private static byte[] prompt(String name) throws Exception {
        return Files.readAllBytes(LiveCentre.TEMPLATES.resolve("sounds/en/ahoy/" + name + ".ulaw"));
    }

    private static List<EndCause> causes() {
        return centre.heard.all(Output.InteractionChanged.class).stream()
                .flatMap(changed -> changed.interaction().cause().stream())
                .toList();
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
