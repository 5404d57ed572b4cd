package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Times finer than the core's milliseconds, as other people's clocks and settings may have them. */
@Timeout(20)
class FractionsTest {
    private static final InteractionId ANN = Names.interaction(1);
    private static final Duration FINE = Duration.ofSeconds(30).plusNanos(1);

    private final Acd acd = Acd.of(Image.EMPTY);

    @Test
    void aCallbackAtAFractionComesDue() {
        Instant at = Names.START.plus(FINE);
        arrive(Scenario.rule("called"));
        acd.apply(new Input.CallbackChosen(ANN, at), Names.START);
        assertThat(stateAt(at.plusMillis(1))).isEqualTo(InteractionState.WAITING);
    }

    @Test
    void aLimitOfAFractionRunsOut() {
        arrive(Scenario.rule("sales")
                .with(List.of(new Overflow(new Overflow.Waited(FINE), new Overflow.OfferCallback()))));
        assertThat(acd.tick(Names.START.plusSeconds(30))).isEmpty();
        assertThat(acd.tick(Names.START.plus(FINE).plusMillis(1))).hasAtLeastOneElementOfType(Output.Overflowed.class);
    }

    @Test
    void wideningAfterAFractionComes() {
        SkillId sales = new SkillId("sales");
        arrive(Scenario.rule("sales")
                .with(new QueueRule.Staffing(
                        SkillNeed.of(sales, 5),
                        List.of(new Widening(FINE, List.of(new Widening.DropSkill(sales)))),
                        new LongestIdle())));
        acd.tick(Names.START.plus(FINE).plusMillis(1));
        assertThat(acd.image().interactions().getFirst().step()).isEqualTo(1);
    }

    private void arrive(QueueRule rule) {
        acd.apply(new Input.QueuesChanged(List.of(rule)), Names.START);
        acd.apply(new Input.Arrived(ANN, Channel.VOICE, rule.id(), Names.START), Names.START);
    }

    private InteractionState stateAt(Instant at) {
        acd.tick(at);
        return acd.image().interactions().getFirst().state();
    }
}
