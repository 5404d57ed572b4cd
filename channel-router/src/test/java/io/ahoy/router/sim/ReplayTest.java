package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.WrapUpRule;
import io.ahoy.router.shell.JournalRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A simulated day, recorded as the shell records it. */
class ReplayTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("ahoy.top"), "config/scenarios/example.yaml");
    private static final List<JournalRow> ROWS = new ArrayList<>();
    private static final List<CentreRun.Result> LIVE = new ArrayList<>();
    private static final List<Scenario> SCENARIO = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        Scenario scenario = ScenarioReader.read(EXAMPLE);
        CentreRun run = new CentreRun(scenario, 1, 11);
        run.add((input, said, now) -> ROWS.add(
                new JournalRow(ROWS.size() + 1, now, input.map(List::of).orElse(List.of()), input.isEmpty())));
        LIVE.add(run.run(share -> {}));
        SCENARIO.add(scenario);
    }

    @Test
    @DisplayName("a replay says what the live run said")
    void identical() throws Exception {
        OutputHash hash = new OutputHash();
        new Rerun(Image.EMPTY, ROWS, 1).play(List.of(hash), share -> {});
        assertThat(hash.hex()).isEqualTo(LIVE.getFirst().hash());
    }

    @Test
    @DisplayName("one that begins later says what comes later")
    void beginsLater() throws Exception {
        OutputHash whole = new OutputHash();
        OutputHash later = new OutputHash();
        Rerun all = new Rerun(Image.EMPTY, ROWS, 1);
        all.play(
                List.of((input, said, now) -> {
                    if (!now.isBefore(ROWS.get(2_000).at())) {
                        whole.heard(input, said, now);
                    }
                }),
                share -> {});
        int first = 0;
        while (ROWS.get(first).at().isBefore(ROWS.get(2_000).at())) {
            first++;
        }
        new Rerun(Image.EMPTY, ROWS, ROWS.get(first).seq()).play(List.of(later), share -> {});
        assertThat(later.hex()).isEqualTo(whole.hex());
    }

    @Test
    @DisplayName("the recorded people under the same rules fare about as they did")
    void sameRules() throws Exception {
        QueueFigures modelled = whatIf(rule -> rule, 1);
        QueueFigures live = LIVE.getFirst().figures().values().stream().reduce(QueueFigures.NONE, QueueFigures::plus);
        assertThat(modelled.offered()).isCloseTo(live.offered(), within(live.offered() / 20));
        assertThat(modelled.answered()).isCloseTo(live.answered(), within(live.answered() / 20));
        assertThat(modelled.serviceLevel().orElseThrow())
                .isCloseTo(live.serviceLevel().orElseThrow(), within(0.05));
    }

    @Test
    @DisplayName("with the wrap-up cut off everybody is answered sooner")
    void otherRules() throws Exception {
        QueueFigures same = whatIf(rule -> rule, 1);
        QueueFigures other = whatIf(ReplayTest::withoutWrapUp, 1);
        assertThat(other.serviceLevel().orElseThrow())
                .isGreaterThan(same.serviceLevel().orElseThrow());
    }

    @Test
    @DisplayName("a replay may begin in the middle of everything")
    void beginsInTheMiddle() throws Exception {
        QueueFigures modelled = whatIf(rule -> rule, ROWS.size() / 2);
        assertThat(modelled.answered()).isGreaterThan(300);
    }

    private static QueueRule withoutWrapUp(QueueRule rule) {
        return new QueueRule(
                rule.id(),
                rule.staffing(),
                rule.priority(),
                rule.offerLimit(),
                rule.noAnswer(),
                new WrapUpRule(Duration.ZERO, Duration.ZERO, 0),
                rule.overflow(),
                rule.hours(),
                rule.callback(),
                rule.announceEvery(),
                rule.delivery());
    }

    private static QueueFigures whatIf(UnaryOperator<QueueRule> change, long from) throws Exception {
        Rerun rerun = new Rerun(Image.EMPTY, ROWS, from);
        Rerun.Heard heard = rerun.play(List.of(), share -> {});
        Recording recording = new Recording(heard.begin());
        rerun.play(List.of(recording), share -> {});
        QueueTally tally = new QueueTally(SCENARIO.getFirst().queues().stream()
                .collect(Collectors.toMap(Scenario.Demand::queue, Scenario.Demand::thresholds)));
        WhatIf.play(heard, recording, new Changes(change, ChangedStaff.NONE), List.of(tally), share -> {});
        return tally.figures(heard.end()).values().stream().reduce(QueueFigures.NONE, QueueFigures::plus);
    }
}
