package io.ahoy.telephony.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RingOrderTest {
    private final List<Runnable> alarms = new ArrayList<>();
    private final List<Leg> dropped = new ArrayList<>();
    private final List<Leg> rung = new ArrayList<>();
    private final RingOrder order = new RingOrder((patience, alarm) -> alarms.add(alarm), dropped::add);
    private final Leg first = leg(1);
    private final Leg second = leg(2);
    private final Leg third = leg(3);

    @Test
    void theNextRingsWhenTheOneBeforeHasItsChannel() {
        ringAll();
        assertThat(rung).containsExactly(first);
        order.begun(first);
        assertThat(rung).containsExactly(first, second);
        order.begun(first);
        assertThat(rung).containsExactly(first, second);
        order.begun(second);
        assertThat(rung).containsExactly(first, second, third);
    }

    @Test
    void aPhoneWithoutAChannelHoldsUpNobodyForLong() {
        ringAll();
        alarms.getFirst().run();
        assertThat(rung).containsExactly(first, second);
        alarms.getFirst().run();
        assertThat(rung).containsExactly(first, second);
    }

    @Test
    void whoIsNoLongerWantedIsNotRung() {
        ringAll();
        second.unwanted = true;
        order.begun(first);
        assertThat(rung).containsExactly(first, third);
        assertThat(dropped).containsExactly(second);
    }

    private void ringAll() {
        for (Leg leg : List.of(first, second, third)) {
            order.add(leg, () -> rung.add(leg));
        }
    }

    private static Leg leg(int number) {
        return Leg.forOffer(new OfferId(new InteractionId(new UUID(0, number)), 1), new AgentId(new UUID(0, number)));
    }
}
