package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ahoy.config.ConfigProblems;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.Rings;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.WeeklyHours;
import io.ahoy.router.acd.Widening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String SMALL = """
            queues:
              sales:
                skills: {german: 5}
                arrivals: {perHour: 60}
                talk: 3m
              support:
                arrivals: {from: "08:00", perQuarter: [1, 2]}
                talk: {lognormal: 4m, deviation: 3m}
            agents:
              team:
                count: 3
                skills: {german: 7, support: 5}
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("reads rules, demand and agents")
    void reads() throws Exception {
        Scenario scenario = read(SMALL.replace("    talk: 3m\n", """
                    talk: 3m
                    widening: [{after: 20s, lower: {german: 2}}]
                    overflow: [{waited: 1m, to: support}, {when: closed, voicemail: box}]
                    rings: [day, night]
                    hours: [mon-fri 08:00-18:00, sat 09:00-12:00]
                    offerLimit: 15s
                """));
        QueueRule sales = scenario.queues().getFirst().rule();
        assertThat(sales.staffing().widening())
                .containsExactly(new Widening(
                        Duration.ofSeconds(20), List.of(new Widening.LowerLevel(new SkillId("german"), 2))));
        assertThat(sales.overflow())
                .containsExactly(
                        new Overflow(
                                new Overflow.Waited(Duration.ofMinutes(1)),
                                new Overflow.ToQueue(new QueueId("support"))),
                        new Overflow(new Overflow.Closed(), new Overflow.Voicemail("box")));
        assertThat(sales.staffing().strategy()).isEqualTo(new Rings(List.of(new GroupId("day"), new GroupId("night"))));
        assertThat(sales.hours().orElseThrow().week()).hasSize(6);
        assertThat(sales.offerLimit()).isEqualTo(Duration.ofSeconds(15));
        Rate support = scenario.queues().getLast().arrivals();
        assertThat(support.perHour().subList(31, 35)).containsExactly(0.0, 4.0, 8.0, 0.0);
        assertThat(scenario.crews().getFirst().abilities().groups()).containsExactly(new GroupId("team"));
    }

    @Test
    @DisplayName("reads transfers, holidays, preferred agents and what may be interrupted")
    void readsTheRest() throws Exception {
        Scenario scenario = read("""
                holidays: {2026-12-24: 08:00-12:00, 2026-12-25: closed}
                channels: {email: {interruptedBy: [voice]}, fax: {interruptedBy: []}}
                """ + SMALL.replace("    talk: 3m\n", """
                    talk: 3m
                    hours: mon-fri 08:00-18:00
                    transfers: {support: 0.25}
                    preferred: {share: 0.1, patience: 45s}
                """));
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        Scenario.Demand sales = scenario.queues().getFirst();
        assertThat(sales.transfers()).containsExactly(Map.entry(new QueueId("support"), 0.25));
        assertThat(sales.preferred()).isEqualTo(new Scenario.Preferred(0.1, Duration.ofSeconds(45)));
        assertThat(scenario.isHoliday(christmas)).isTrue();
        assertThat(scenario.isHoliday(christmas.minusDays(1))).isFalse();
        WeeklyHours hours = sales.rule().hours().orElseThrow();
        assertThat(hours.isOpen(Instant.parse("2026-12-24T11:59:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-12-24T12:01:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-12-25T11:00:00Z"))).isFalse();
        assertThat(scenario.queues().getLast().rule().hours()).isEmpty();
        assertThat(Objects.requireNonNull(scenario.channels().get(Channel.EMAIL))
                        .interruptedBy())
                .containsExactly(Channel.VOICE);
        assertThat(Objects.requireNonNull(scenario.channels().get(Channel.FAX)).interruptedBy())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "talk: 3m | tlak: 3m | small.yaml:5: \"queues.sales.tlak\" is no known key; did you mean \"talk\"?",
                "talk: 3m | talk: soon | small.yaml:5: \"queues.sales.talk\" is \"soon\", but must be a duration such as 20s",
                "talk: 3m | talk: {normal: 3m} | small.yaml:5: \"queues.sales.talk\" takes one of \"exponential: 4m\"",
                "count: 3 | count: many | small.yaml:11: \"agents.team.count\" is \"many\", but must be a whole number",
                "german: 5 | german: 11 | small.yaml:3: \"queues.sales.skills.german\" is \"11\", but must be a whole number from 1 to 10",
                "talk: 3m | strategy: longestIdel | small.yaml:5: \"queues.sales.strategy\" is \"longestIdel\", but must be one of"
                        + " leastOccupied, longestIdle, mostSkilled, roundRobin; did you mean \"longestIdle\"?",
                "talk: 3m | overflow: [{waited: 1m, to: suport}] | small.yaml:5:"
                        + " \"queues.sales.overflow[1].to\" is \"suport\", which is not here; did you mean \"support\"?",
                "talk: 3m | overflow: [{waited: 1m, to: sales}] | small.yaml:5: \"queues.sales.overflow\" does not fit the rest:"
                        + " Overflow goes round in a circle (after a while): sales -> sales.",
                "german: 5 | german: 8 | small.yaml:3: \"queues.sales.skills\" does not fit the rest: Nobody can serve this queue:"
                        + " no agent has german 8 or more, and its overflow leads nowhere.",
                "talk: 3m | overflow: [{waited: 1m}] | has an item without a way out",
                "talk: 3m | hours: always | small.yaml:5: \"queues.sales.hours\" is \"always\", but must be as in mon-fri 08:00-18:00",
                "perHour: 60 | perHour: -1 | small.yaml:4: \"queues.sales.arrivals.perHour\" is \"-1\", but must be a number from 0",
                "talk: 3m | transfers: {suport: 0.1} | small.yaml:5: \"queues.sales.transfers.suport\" is \"suport\", which is not here;"
                        + " did you mean \"support\"?",
                "talk: 3m | transfers: {support: 2} | \"queues.sales.transfers.support\" is \"2\", but must be a number from 0 to 1",
                "talk: 3m | transfers: {support: 0.7, sales: 0.7} | \"queues.sales.transfers\" are more than all conversations",
                "talk: 3m | preferred: {share: 0.1} | small.yaml:5: \"queues.sales.preferred\" takes both",
                "talk: 3m | holidays: {2026-12-25: closed} | \"queues.sales.holidays\" are of no use to a queue that is always open",
                "talk: 3m | offerLimit: 10s | \"queues.sales.talk\" is missing",
                "agents: | agnets: | small.yaml:9: \"agnets\" is no known key; did you mean \"agents\"?",
            })
    @DisplayName("tells what is wrong, where, and what was probably meant")
    void tellsWhatIsWrong(String right, String wrong, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), SMALL.replaceFirst(right, wrong));
        ConfigProblems problems = catchThrowableOfType(ConfigProblems.class, () -> ScenarioReader.read(file));
        assertThat(problems.lines()).anySatisfy(line -> assertThat(line).contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holidays: {25.12.: closed} | small.yaml:1: \"holidays.25.12.\" is no date",
                "holidays: {2026-12-25: shut} | small.yaml:1: \"holidays.2026-12-25\" is \"shut\", but must be closed",
                "channels: {email: {interruptedBy: [voise]}} | small.yaml:1: \"channels.email.interruptedBy\" is"
                        + " \"voise\", which is not here; did you mean \"voice\"?",
            })
    @DisplayName("tells what is wrong with the whole centre")
    void tellsWhatIsWrongOnTop(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), line + "\n" + SMALL);
        ConfigProblems problems = catchThrowableOfType(ConfigProblems.class, () -> ScenarioReader.read(file));
        assertThat(problems.lines()).anySatisfy(told -> assertThat(told).contains(message));
    }

    private Scenario read(String text) throws Exception {
        return ScenarioReader.read(Files.writeString(folder.resolve("small.yaml"), text));
    }
}
