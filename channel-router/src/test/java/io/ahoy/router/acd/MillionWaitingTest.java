package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** More than anybody will ever see: the line holds, keeps its order, and lets people go from anywhere in it. */
class MillionWaitingTest {
    private static final int WAITING = 1_000_000;
    private static final QueueId SALES = new QueueId("sales");

    @Test
    void theLineHolds() {
        Acd acd = Acd.of(Image.EMPTY);
        Instant now = Names.START;
        acd.apply(new Input.QueuesChanged(List.of(Scenario.rule("sales"))), now);
        for (int i = 1; i <= WAITING; i++) {
            now = now.plusMillis(1);
            acd.apply(new Input.Arrived(Names.interaction(i), Channel.VOICE, SALES, now), now);
        }
        for (int i = 1; i <= WAITING; i += 2) {
            acd.apply(new Input.Abandoned(Names.interaction(i), EndCause.ABANDONED), now);
        }
        AgentId anna = new Names().agent("anna");
        acd.apply(
                new Input.SeatSignedIn(anna, new TreeSet<>(List.of(new SkillId("sales"))), new BreakReason("lunch")),
                now);
        assertThat(offered(acd.apply(new Input.SeatResumed(anna), now))).containsExactly(Names.interaction(2));
        Instant later = now.plus(Duration.ofHours(1));
        acd.tick(later);
        assertThat(offered(acd.apply(new Input.SeatResumed(anna), later))).containsExactly(Names.interaction(2));
        Image image = acd.image();
        assertThat(image.interactions()).hasSize(WAITING / 2);
        assertThat(Acd.of(image).image()).isEqualTo(image);
    }

    private static List<InteractionId> offered(List<Output> said) {
        return said.stream()
                .filter(Output.Offer.class::isInstance)
                .map(output -> ((Output.Offer) output).id().interaction())
                .toList();
    }
}
