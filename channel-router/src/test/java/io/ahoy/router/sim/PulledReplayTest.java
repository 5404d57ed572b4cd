package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Output.Reason.Chosen;
import io.ahoy.router.shell.JournalRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded day of mails that agents took or were offered, under the other way. */
class PulledReplayTest {
    private static final String CENTRE = """
            queues:
              mail:
                channel: email
                delivery: pulled
                wrapUpLimit: 0s
                arrivals: {from: "08:00", to: "16:00", perHour: 15}
                talk: {exponential: 6m}
            agents:
              team: {count: 3, skills: {mail: 1}}
            habits: {answer: 15s}
            """;

    @TempDir
    private Path folder;

    /** How mails came to agents, and to whom. */
    private static final class Seen implements Simulation.Listener {
        final Map<Chosen, Integer> ways = new EnumMap<>(Chosen.class);
        final Map<InteractionId, AgentId> by = new HashMap<>();

        @Override
        public void heard(Optional<Input> input, List<Output> said, Instant now) {
            for (Output output : said) {
                if (output instanceof Output.OfferEnded ended && ended.outcome() == OfferOutcome.ACCEPTED) {
                    ways.merge(ended.reason().chosen(), 1, Integer::sum);
                    by.put(ended.id().interaction(), ended.agent());
                }
            }
        }

        int taken() {
            return ways.getOrDefault(Chosen.TAKEN, 0);
        }

        int accepted() {
            return ways.getOrDefault(Chosen.AGENT, 0) + ways.getOrDefault(Chosen.CUSTOMER, 0);
        }
    }

    @Test
    @DisplayName("everybody takes what he took")
    void takenAsRecorded() throws Exception {
        Seen recorded = new Seen();
        List<JournalRow> rows = record(CENTRE, recorded);
        assertThat(recorded.taken()).isGreaterThan(100);
        assertThat(recorded.accepted()).isZero();
        assertThat(whatIf(rows, Changes.NONE).by).isEqualTo(recorded.by);
    }

    @Test
    @DisplayName("what somebody took who is not there is taken by the others")
    void withoutOne() throws Exception {
        Seen recorded = new Seen();
        List<JournalRow> rows = record(CENTRE, recorded);
        Seen seen = whatIf(rows, changes("agents: {remove: [agent1]}"));
        assertThat(seen.by).doesNotContainValue(Scenario.agent(1));
        assertThat(seen.taken()).isGreaterThan(recorded.taken() - 10);
    }

    @Test
    @DisplayName("a queue that is pushed offers them, one that is pulled lets the agents take them")
    void theOtherWay() throws Exception {
        Seen pulled = new Seen();
        Seen offered = whatIf(record(CENTRE, pulled), changes("queues: {mail: {delivery: pushed}}"));
        assertThat(offered.taken()).isZero();
        assertThat(offered.accepted()).isGreaterThan(pulled.taken() - 10);
        Seen pushed = new Seen();
        List<JournalRow> rows = record(CENTRE.replace("delivery: pulled", "delivery: pushed"), pushed);
        assertThat(pushed.taken()).isZero();
        Seen taken = whatIf(rows, changes("queues: {mail: {delivery: pulled}}"));
        assertThat(taken.accepted()).isZero();
        assertThat(taken.taken()).isGreaterThan(pushed.accepted() - 10);
    }

    private List<JournalRow> record(String centre, Seen seen) throws Exception {
        CentreRun run =
                new CentreRun(ScenarioReader.read(Files.writeString(folder.resolve("centre.yaml"), centre)), 1, 8);
        List<JournalRow> rows = new ArrayList<>();
        run.add(seen);
        run.add((input, said, now) -> rows.add(
                new JournalRow(rows.size() + 1, now, input.map(List::of).orElse(List.of()), input.isEmpty())));
        run.run(share -> {});
        return rows;
    }

    private Changes changes(String text) throws Exception {
        TreeMap<String, AgentId> agents = new TreeMap<>();
        for (int i = 1; i <= 3; i++) {
            agents.put("agent" + i, Scenario.agent(i));
        }
        return Changes.read(
                Files.writeString(folder.resolve("changed.yaml"), text),
                ScenarioReader.read(folder.resolve("centre.yaml")).rules(),
                agents,
                ZoneOffset.UTC);
    }

    private static Seen whatIf(List<JournalRow> rows, Changes changes) throws Exception {
        Rerun rerun = new Rerun(Image.EMPTY, rows, 1);
        Rerun.Heard heard = rerun.play(List.of(), share -> {});
        Recording recording = new Recording(heard.begin());
        rerun.play(List.of(recording), share -> {});
        Seen seen = new Seen();
        WhatIf.play(heard, recording, changes, List.of(seen), share -> {});
        return seen;
    }
}
