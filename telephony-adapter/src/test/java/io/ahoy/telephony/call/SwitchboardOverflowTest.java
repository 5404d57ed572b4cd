package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.telephony.ami.AmiEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callers for whom the queue found another way out than an agent. */
class SwitchboardOverflowTest extends SwitchboardScene {
    private static final Output CLOSED = over(new Overflow.SendAway("closed"));
    private static final String SENT_AWAY = "send away " + CUSTOMER + " with closed";

    @Test
    void isSentAwayWithAMessageAndHasNotAbandoned() {
        wait(ANN);
        view(InteractionState.WAITING, Optional.empty());
        deliver(CLOSED);
        view(InteractionState.CLOSED, Optional.empty());
        await().until(() -> exchange.asked.contains(SENT_AWAY));
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        switchboard.mute(ANN, true).handle((done, refused) -> true).join();
        assertThat(inputs).containsExactly(arrived());
        assertThat(exchange.asked).containsExactly(SENT_AWAY);
    }

    @Test
    void leavesAMessageInABox() {
        wait(ANN);
        deliver(over(new Overflow.Voicemail("sales")));
        await().until(() -> exchange.asked.contains("voicemail " + CUSTOMER + " of " + ANN + " to sales"));
    }

    @Test
    void aNameThatLeadsElsewhereIsNeverUsed() {
        wait(ANN);
        deliver(over(new Overflow.Voicemail("../../etc")));
        await().until(() -> exchange.asked.contains("send away " + CUSTOMER + " with no-voice"));
        assertThat(PlainName.of("a/b")).isEmpty();
        assertThat(PlainName.of("a,b")).isEmpty();
        assertThat(PlainName.of("${X}")).isEmpty();
        assertThat(PlainName.of("")).isEmpty();
        assertThat(PlainName.of("high-load2")).isPresent();
    }

    @Test
    void whatACrashPreventedIsMadeUpFor() {
        exchange.channels = List.of(status(CUSTOMER, "ahoy-wait", "", Map.of(Exchange.IID, ANN.toString())));
        crash(Image.EMPTY, CLOSED);
        await().until(() -> exchange.asked.contains(SENT_AWAY));
        assertThat(inputs).isEmpty();
    }

    @Test
    void whoIsLeavingAlreadyIsNotInterrupted() {
        exchange.channels = List.of(status(CUSTOMER, "ahoy-leave", "", Map.of(Exchange.IID, ANN.toString())));
        crash(Image.EMPTY, CLOSED);
        hear(new AmiEvent.Gone(CUSTOMER, 16));
        switchboard.mute(ANN, true).handle((done, refused) -> true).join();
        assertThat(exchange.asked).isEmpty();
        assertThat(inputs).isEmpty();
    }

    private static Output over(Overflow.Action action) {
        return new Output.Overflowed(ANN, SALES, action);
    }
}
