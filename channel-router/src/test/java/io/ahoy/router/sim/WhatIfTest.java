package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.ahoy.config.ConfigProblems;
import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.shell.JournalRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded morning in which agents miss and decline, under other rules and with other agents. */
class WhatIfTest {
    private static final String CENTRE = """
            queues:
              sales:
                skills: {german: 5}
                offerLimit: 20s
                wrapUpLimit: 30s
                arrivals: {from: "08:00", to: "12:00", perHour: 90}
                patience: {exponential: 90s}
                talk: {exponential: 3m}
              support:
                skills: {support: 1}
                arrivals: {from: "08:00", to: "12:00", perHour: 6}
                talk: {exponential: 3m}
            agents:
              team: {count: 5, skills: {german: 7, support: 3}}
            habits: {answer: 8s, absence: {exponential: 1m}}
            faults: {miss: 0.06, decline: 0.06, vanish: 0.02}
            """;
    private static final QueueId SALES = new QueueId("sales");

    @TempDir
    private static Path folder;

    private static final List<JournalRow> ROWS = new ArrayList<>();
    private static final SortedMap<String, AgentId> AGENTS = new TreeMap<>();
    private static final NonAnswers RECORDED = new NonAnswers();
    private static final List<QueueFigures> SALES_RECORDED = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        Scenario scenario = ScenarioReader.read(Files.writeString(folder.resolve("centre.yaml"), CENTRE));
        CentreRun run = new CentreRun(scenario, 1, 21);
        run.add(RECORDED);
        run.add((input, said, now) -> ROWS.add(
                new JournalRow(ROWS.size() + 1, now, input.map(List::of).orElse(List.of()), input.isEmpty())));
        SALES_RECORDED.add(run.run(share -> {}).figures().getOrDefault(SALES, QueueFigures.NONE));
        for (int i = 1; i <= 5; i++) {
            AGENTS.put("agent" + i, Scenario.agent(i));
        }
    }

    /** What came of it. */
    private static final class Seen {
        final QueueTally tally = new QueueTally(Map.of());
        final NonAnswers nonAnswers = new NonAnswers();
        /** Of sales. */
        final SortedMap<AgentId, Integer> offers = new TreeMap<>();

        Instant end = Instant.EPOCH;

        QueueFigures sales() {
            return tally.figures(end).getOrDefault(SALES, QueueFigures.NONE);
        }
    }

    @Test
    @DisplayName("agents miss and decline as many of their offers as they did")
    void nonAnswersStay() throws Exception {
        assertThat(RECORDED.share()).isGreaterThan(0.1);
        Seen same = whatIf(Changes.NONE, 1);
        assertThat(same.nonAnswers.share()).isEqualTo(RECORDED.share(), within(0.02));
        int answered = SALES_RECORDED.getFirst().answered();
        assertThat(same.sales().answered()).isCloseTo(answered, within(answered / 20));
        assertThat(same.sales().serviceLevel().orElseThrow())
                .isEqualTo(SALES_RECORDED.getFirst().serviceLevel().orElseThrow(), within(0.04));
        Seen again = whatIf(Changes.NONE, 1);
        assertThat(again.nonAnswers).hasToString(same.nonAnswers.toString());
        assertThat(again.sales()).isEqualTo(same.sales());
    }

    @Test
    @DisplayName("who took eight seconds to answer does not answer an offer that rings for five")
    void answersTakeAsLong() throws Exception {
        Seen seen = whatIf(changes("queues: {sales: {offerLimit: 5s}}"), 1);
        assertThat(seen.sales().answered()).isZero();
        assertThat(seen.sales().abandoned()).isGreaterThan(200);
    }

    @Test
    @DisplayName("with more who are like one of them customers are answered sooner, with fewer later")
    void moreAndFewer() throws Exception {
        Seen same = whatIf(Changes.NONE, 1);
        Seen more = whatIf(changes("agents: {add: [{like: agent1, count: 3}]}"), 1);
        Seen fewer = whatIf(changes("agents: {remove: [agent1, agent2]}"), 1);
        assertThat(more.sales().answered()).isGreaterThan(same.sales().answered() + 20);
        assertThat(fewer.sales().answered()).isLessThan(same.sales().answered() - 20);
        assertThat(fewer.sales().abandoned()).isGreaterThan(same.sales().abandoned() + 20);
        assertThat(more.offers).hasSize(8);
        assertThat(fewer.offers).hasSize(3).doesNotContainKeys(Scenario.agent(1), Scenario.agent(2));
        assertThat(more.nonAnswers.share()).isEqualTo(RECORDED.share(), within(0.04));
    }

    @Test
    @DisplayName("who is new serves his shift with his skills, and answers as the others do")
    void newOnes() throws Exception {
        Seen seen = whatIf(changes("""
                agents:
                  add:
                    - {count: 2, skills: {german: 5}, shifts: [{from: "09:00", to: "10:00"}]}
                  remove: [agent1, agent2, agent3, agent4, agent5]
                """), 1);
        assertThat(seen.offers).hasSize(2);
        assertThat(seen.sales().answered()).isBetween(20, 45);
        assertThat(seen.nonAnswers.share()).isBetween(0.02, 0.3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "who loses a skill is not offered what needs it, whether he is there from the beginning or comes later")
    void otherSkills(boolean later) throws Exception {
        Changes changes = changes("""
                agents:
                  change:
                    agent1: {skills: {support: 9}}
                    agent2: {skills: {support: 9}}
                """);
        long from = later ? ROWS.size() / 2 : 1;
        Seen same = whatIf(Changes.NONE, from);
        Seen seen = whatIf(changes, from);
        assertThat(same.offers.getOrDefault(Scenario.agent(1), 0)).isGreaterThan(15);
        assertThat(seen.offers).doesNotContainKeys(Scenario.agent(1), Scenario.agent(2));
        assertThat(seen.sales().answered()).isLessThan(same.sales().answered());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agents: {remove: [agnet1]} | changed.yaml:1: \"agents.remove\" is \"agnet1\", which is not here; did you mean \"agent1\"?",
                "agents: {change: {bo: {skills: {german: 1}}}} | \"agents.change.bo\" is \"bo\", which is not here",
                "agents: {change: {agent1: {skils: {german: 1}}}} | \"agents.change.agent1.skils\" is no known key; did you mean \"skills\"?",
                "agents: {add: [{count: 2}]} | \"agents.add[1].skills\" is missing: say what they can do",
                "agents: {add: [{like: agent1, shifts: [{from: 08:00, to: 09:00}]}]} | \"agents.add[1].shifts\" does not go with",
                "agents: {add: [{like: agent1, order: [sale]}]} | is \"sale\", which is not here; did you mean \"sales\"?",
                "agents: {remvoe: []} | \"agents.remvoe\" is no known key; did you mean \"remove\"?",
                "agent: {add: []} | \"queues\" is missing, and so is \"agents\"",
            })
    @DisplayName("says what is wrong with a change, and where")
    void wrongChanges(String text, String message) {
        ConfigProblems problems = catchThrowableOfType(ConfigProblems.class, () -> changes(text));
        assertThat(problems.lines()).anySatisfy(line -> assertThat(line).contains(message));
    }

    private static Changes changes(String text) throws ConfigProblems, IOException {
        Scenario scenario = ScenarioReader.read(folder.resolve("centre.yaml"));
        return Changes.read(
                Files.writeString(folder.resolve("changed.yaml"), text), scenario.rules(), AGENTS, ZoneOffset.UTC);
    }

    private static Seen whatIf(Changes changes, long from) throws Exception {
        Rerun rerun = new Rerun(Image.EMPTY, ROWS, from);
        Rerun.Heard heard = rerun.play(List.of(), share -> {});
        Recording recording = new Recording(heard.begin());
        rerun.play(List.of(recording), share -> {});
        Seen seen = new Seen();
        WhatIf.play(
                heard,
                recording,
                changes,
                List.of(
                        seen.tally,
                        seen.nonAnswers,
                        (input, said, now) -> said.forEach(output -> {
                            if (output instanceof Output.Offer offer
                                    && offer.queue().equals(SALES)) {
                                seen.offers.merge(offer.agent(), 1, Integer::sum);
                            }
                        })),
                share -> {});
        seen.end = heard.end().plus(Duration.ofMillis(1));
        return seen;
    }
}
