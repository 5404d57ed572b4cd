package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every single wait of a run, to the millisecond: each customer is answered when the first of N agents has done with those who came
 * before him (Kiefer and Wolfowitz 1955), or leaves before. A difference that statistics would need millions of customers to see
 * shows here at once.
 */
class FirstComeFirstServedTest {
    private static final int CUSTOMERS = 20_000;

    @ParameterizedTest(name = "{0} agents, {1} Erlang, patience {2} s")
    @CsvSource({
        "1, 0.5, 0",
        "1, 0.9, 0",
        "3, 2.7, 0",
        "14, 10, 0",
        "55, 50, 0",
        "200, 192, 0",
        "1, 1.5, 60",
        "3, 4, 60",
        "14, 10, 300",
        "55, 60, 120",
        "200, 200, 90"
    })
    @DisplayName("everybody waits exactly as long as those before him make him wait")
    void everyWait(int agents, double load, int patience) {
        Duration handle = Duration.ofSeconds(180);
        double perHour = load * 3600 / handle.toSeconds();
        ErlangStudy.Case given = new ErlangStudy.Case(
                agents,
                perHour,
                handle,
                patience == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(patience)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Stays stays = new Stays();
        Duration length = Duration.ofSeconds((long) (CUSTOMERS / perHour * 3600));
        ErlangStudy.Result result = ErlangStudy.run(given, length, 7, share -> {}, List.of(stays));
        PriorityQueue<Instant> free = new PriorityQueue<>();
        for (int i = 0; i < agents; i++) {
            free.add(Instant.MIN);
        }
        Instant counted = Instant.EPOCH.plus(given.relaxation().multipliedBy(20));
        Sums sums = new Sums(counted, counted.plus(length));
        for (Segment stay : stays.inOrder.values()) {
            Instant turn = free.element().isBefore(stay.enteredAt()) ? stay.enteredAt() : free.element();
            sums.add(stay, turn);
            if (stay.answeredAt().isPresent()) {
                assertThat(stay.answeredAt().get()).as("%s", stay).isEqualTo(turn);
                free.remove();
                free.add(stay.endedAt().orElse(Instant.MAX));
            } else if (stay.endedAt().isPresent()) {
                assertThat(stay.endedAt().get())
                        .as("left when it was his turn: %s", stay)
                        .isBeforeOrEqualTo(turn);
            }
        }
        sums.compareWith(result);
    }

    /** The figures once more, by the recursion's waits, of those who are counted. */
    private static final class Sums {
        private final Instant from;
        private final Instant to;
        private int customers;
        private int answered;
        private int waited;
        private double waits;
        private double answerWaits;

        Sums(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        void add(Segment stay, Instant turn) {
            if (stay.enteredAt().isBefore(from) || !stay.enteredAt().isBefore(to)) {
                return;
            }
            Instant left = stay.answeredAt().isPresent() ? turn : stay.endedAt().orElseThrow();
            double wait = ErlangStudy.seconds(Duration.between(stay.enteredAt(), left));
            customers++;
            waits += wait;
            waited += wait > 0 ? 1 : 0;
            answered += stay.answeredAt().isPresent() ? 1 : 0;
            answerWaits += stay.answeredAt().isPresent() ? wait : 0;
        }

        void compareWith(ErlangStudy.Result result) {
            assertThat(customers).isGreaterThan(CUSTOMERS * 9 / 10);
            assertThat(waited).isGreaterThan(CUSTOMERS / 10);
            assertThat(result.customers()).isEqualTo(customers);
            assertThat(result.waits().value()).isEqualTo((double) waited / customers, within(1e-9));
            assertThat(result.meanWait().value()).isEqualTo(waits / customers, within(1e-6));
            assertThat(result.answerWait().value()).isEqualTo(answerWaits / answered, within(1e-6));
            assertThat(result.abandons().value()).isEqualTo(1 - (double) answered / customers, within(1e-9));
        }
    }

    /** In the order in which they came, as they are known last. */
    private static final class Stays implements Simulation.Listener {
        final Map<InteractionId, Segment> inOrder = new LinkedHashMap<>();

        @Override
        public void heard(Optional<Input> input, List<Output> said, Instant now) {
            for (Output output : said) {
                if (output instanceof Output.SegmentChanged(Segment segment)) {
                    inOrder.put(segment.interaction(), segment);
                }
            }
        }
    }
}
