package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Invariants;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.ScanEverything;
import io.ahoy.router.acd.Segment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentreRunTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("ahoy.top"), "config/scenarios/example.yaml");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("the same seed gives the same outputs, another seed others")
    void sameSeedSameHash() throws Exception {
        Scenario scenario = ScenarioReader.read(EXAMPLE);
        CentreRun.Result first = new CentreRun(scenario, 1, 5).run(share -> {});
        CentreRun.Result again = new CentreRun(scenario, 1, 5).run(share -> {});
        CentreRun.Result other = new CentreRun(scenario, 1, 6).run(share -> {});
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(again.figures()).isEqualTo(first.figures());
        assertThat(other.hash()).isNotEqualTo(first.hash());
    }

    @Test
    @DisplayName("the example makes use of what a centre has")
    void exampleIsAlive() throws Exception {
        Scenario scenario = ScenarioReader.read(EXAMPLE);
        CentreRun.Result result = new CentreRun(scenario, 1, 1).run(share -> {});
        assertThat(result.offers().keySet())
                .contains(
                        OfferOutcome.ACCEPTED,
                        OfferOutcome.DECLINED,
                        OfferOutcome.TIMED_OUT,
                        OfferOutcome.BROWSER_GONE,
                        OfferOutcome.CUSTOMER_LEFT);
        assertThat(result.figures().values())
                .hasSize(5)
                .allSatisfy(figures -> assertThat(figures.answered()).isGreaterThan(50));
        assertThat(result.figures().values().stream().mapToInt(figures -> figures.flowedOut()))
                .anyMatch(count -> count > 0);
        assertThat(result.occupancy().values())
                .hasSize(4)
                .allSatisfy(share -> assertThat(share.occupancy()).isBetween(0.2, 1.0));
    }

    @Test
    @DisplayName(
            "after every step of a busy morning all invariants hold, and the router that looks at everybody chose alike")
    void invariantsHold() throws Exception {
        CentreRun run = new CentreRun(ScenarioReader.read(EXAMPLE), 1, 3);
        Acd acd = run.acd();
        Acd slow = ScanEverything.router(Image.EMPTY);
        Instant enough = Instant.parse("2026-03-02T09:30:00Z");
        run.add((input, said, now) -> {
            if (now.isAfter(enough)) {
                return;
            }
            Invariants.check(acd.image(), said, now);
            List<Output> alike = input.map(in -> slow.apply(in, now)).orElseGet(() -> slow.tick(now));
            if (!ScanEverything.isAlike(alike, said)) {
                assertThat(alike).as("at %s, %s", now, input).isEqualTo(said);
            }
        });
        assertThat(run.run(share -> {}).customers()).isGreaterThan(1_000);
    }

    @Test
    @DisplayName(
            "customers are transferred, wait for agents of their own, and are sent away on holidays; mails are set aside")
    void specialsHappen() throws Exception {
        Set<InteractionId> transferred = new HashSet<>();
        Set<InteractionId> preferred = new HashSet<>();
        Set<InteractionId> interrupted = new HashSet<>();
        CentreRun run = new CentreRun(ScenarioReader.read(EXAMPLE), 1, 2);
        run.add((input, said, now) -> {
            if (input.orElse(null) instanceof Input.TransferAsked asked) {
                transferred.add(asked.interaction());
            }
            for (Output output : said) {
                if (output instanceof Output.Offer offer && offer.reason().preferred()) {
                    preferred.add(offer.id().interaction());
                } else if (output instanceof Output.Interrupt interrupt) {
                    interrupted.add(interrupt.interaction());
                }
            }
        });
        run.run(share -> {});
        assertThat(transferred).hasSizeGreaterThan(20);
        assertThat(preferred).hasSizeGreaterThan(5);
        assertThat(interrupted).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName(
            "agents take mails of a pulled queue, and after every step the router that looks at everybody says the same")
    void agentsTake() throws Exception {
        String text = Files.readString(EXAMPLE).replace("delivery: pushed", "delivery: pulled");
        Scenario scenario = ScenarioReader.read(Files.writeString(folder.resolve("pulled.yaml"), text));
        assertThat(scenario.rules()).anyMatch(rule -> rule.delivery() == Delivery.PULLED);
        CentreRun run = new CentreRun(scenario, 1, 4);
        Acd acd = run.acd();
        Acd slow = ScanEverything.router(Image.EMPTY);
        Instant enough = Instant.parse("2026-03-02T09:00:00Z");
        SortedMap<Output.NotTaken.Why, Integer> missed = new TreeMap<>();
        List<Output.OfferEnded> taken = new ArrayList<>();
        run.add((input, said, now) -> {
            for (Output output : said) {
                if (output instanceof Output.NotTaken not) {
                    missed.merge(not.why(), 1, Integer::sum);
                } else if (output instanceof Output.OfferEnded ended
                        && ended.reason().chosen() == Output.Reason.Chosen.TAKEN) {
                    taken.add(ended);
                }
            }
            if (!now.isAfter(enough)) {
                Invariants.check(acd.image(), said, now);
                List<Output> alike = input.map(in -> slow.apply(in, now)).orElseGet(() -> slow.tick(now));
                if (!ScanEverything.isAlike(alike, said)) {
                    assertThat(alike).as("at %s, %s", now, input).isEqualTo(said);
                }
            }
        });
        run.run(share -> {});
        assertThat(taken)
                .hasSizeGreaterThan(50)
                .allSatisfy(ended -> assertThat(ended.outcome()).isEqualTo(OfferOutcome.ACCEPTED));
        assertThat(missed.keySet()).isSubsetOf(Output.NotTaken.Why.TAKEN);
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        assertThat(acd.image().interactions())
                .filteredOn(view -> view.channel() == Channel.EMAIL)
                .as("nothing is forgotten in the line")
                .allMatch(view -> view.arrivedAt().isAfter(noon));
    }

    @Test
    @DisplayName("a conversation takes as long as was drawn, after-contact work too")
    void talksAsDrawn() throws Exception {
        Path file = Files.writeString(folder.resolve("even.yaml"), """
                queues: {line: {arrivals: {perHour: 60}, talk: 171s, wrapUp: 29s, wrapUpLimit: 60s}}
                agents: {team: {count: 4, skills: {line: 1}}}
                """);
        List<Segment> stays = new ArrayList<>();
        CentreRun run = new CentreRun(ScenarioReader.read(file), 1, 2);
        run.add((input, said, now) -> said.forEach(output -> {
            if (output instanceof Output.SegmentChanged(Segment segment)
                    && segment.clearedAt().isPresent()) {
                stays.add(segment);
            }
        }));
        run.run(share -> {});
        assertThat(stays).hasSizeGreaterThan(1_000).allSatisfy(stay -> {
            Instant ended = stay.endedAt().orElseThrow();
            assertThat(Duration.between(stay.answeredAt().orElseThrow(), ended)).hasSeconds(171);
            assertThat(Duration.between(ended, stay.clearedAt().orElseThrow())).hasSeconds(29);
        });
    }

    @Test
    @DisplayName("on a holiday nobody is there and everybody is sent away")
    void holiday() throws Exception {
        String text = Files.readString(EXAMPLE).replace("start: 2026-03-02", "start: 2026-04-06");
        CentreRun run =
                new CentreRun(ScenarioReader.read(Files.writeString(folder.resolve("easter.yaml"), text)), 1, 2);
        CentreRun.Result result = run.run(share -> {});
        assertThat(result.customers()).isGreaterThan(500);
        assertThat(result.offers()).isEmpty();
        assertThat(result.occupancy().values())
                .allSatisfy(share -> assertThat(share.available()).isZero());
    }
}
