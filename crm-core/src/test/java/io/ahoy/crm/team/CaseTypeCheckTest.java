package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.CaseType.Clocks;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every mistake is named by its field; the demo's types have none. */
class CaseTypeCheckTest {
    private static final State NEW = state("new", StateKind.NEW, "open");
    private static final State OPEN = state("open", StateKind.OPEN, "solved");
    private static final State SOLVED = state("solved", StateKind.SOLVED, "open", "closed");
    private static final State CLOSED = state("closed", StateKind.CLOSED);

    @Test
    void theDemosTypesAreFine() {
        assertThat(problems(DemoCaseTypes.types("always").toArray(new Configured[0])))
                .isEmpty();
    }

    @Test
    void aLifecycleLeadsFromItsBeginningToAnEnd() {
        assertThat(wrong(NEW, OPEN, SOLVED, CLOSED)).isEmpty();
        assertThat(wrong(OPEN, SOLVED, CLOSED)).containsExactly("states");
        assertThat(wrong(NEW, state("second", StateKind.NEW, "open"), OPEN, SOLVED, CLOSED))
                .containsExactly("states");
        assertThat(wrong(state("new", StateKind.NEW, "solved"), SOLVED, CLOSED)).contains("states", "states.1.next");
        assertThat(wrong(NEW, OPEN, OPEN, SOLVED, CLOSED)).containsExactly("states");
        assertThat(wrong(NEW, OPEN, SOLVED, CLOSED, state("lost", StateKind.OPEN, "closed")))
                .as("nobody comes there")
                .containsExactly("states.4.next");
        assertThat(wrong(
                        state("new", StateKind.NEW, "open", "trap"),
                        OPEN,
                        SOLVED,
                        CLOSED,
                        state("trap", StateKind.OPEN)))
                .as("nobody leaves it")
                .containsExactly("states.4.next");
        assertThat(wrong(NEW, state("open", StateKind.OPEN, "solved", "nowhere"), SOLVED, CLOSED))
                .containsExactly("states.1.next");
        assertThat(wrong(NEW, OPEN, SOLVED, state("No id", StateKind.CLOSED))).contains("states.3.id");
    }

    @Test
    void itsClocksCanRun() {
        assertThat(clocks(clocks(Optional.of("never"), Duration.ofHours(1), Optional.empty())))
                .containsExactly("clocks.calendar");
        assertThat(clocks(clocks(Optional.empty(), Duration.ZERO, Optional.empty())))
                .containsExactly("clocks.firstAnswer.HIGH");
        assertThat(clocks(clocks(Optional.empty(), Duration.ofDays(400), Optional.empty())))
                .containsExactly("clocks.firstAnswer.HIGH");
        for (double share : new double[] {-0.1, 1, Double.NaN}) {
            assertThat(clocks(clocks(Optional.empty(), Duration.ofHours(1), Optional.of(share))))
                    .containsExactly("clocks.warning");
        }
    }

    @Test
    void categoriesFormTrees() {
        CaseCategory top = new CaseCategory("a", new Titles("A", "甲"), Optional.empty());
        CaseCategory below = new CaseCategory("b", new Titles("B", "乙"), Optional.of("a"));
        assertThat(problems(top, below)).isEmpty();
        assertThat(problems(new CaseCategory("a", top.title(), Optional.of("b")), below))
                .containsExactly("parent", "parent");
        assertThat(problems(new CaseCategory("a", top.title(), Optional.of("a"))))
                .containsExactly("parent");
        assertThat(problems(below)).containsExactly("parent");
    }

    private static List<String> wrong(State... states) {
        return problems(type(List.of(states), clocks(Optional.empty(), Duration.ofHours(1), Optional.empty())));
    }

    private static List<String> clocks(Clocks clocks) {
        return problems(type(List.of(NEW, OPEN, SOLVED, CLOSED), clocks));
    }

    /** Their fields. */
    private static List<String> problems(Configured... entities) {
        Map<Kind, List<Versioned>> all = new TreeMap<>();
        for (Configured entity : entities) {
            all.computeIfAbsent(entity.kind(), kind -> new ArrayList<>()).add(new Versioned(entity, 1));
        }
        all.put(
                Kind.CALENDARS,
                List.of(versioned(Calendar.always("always", new Titles("Always", "总是"), java.time.ZoneOffset.UTC))));
        all.put(
                Kind.TEAMS,
                List.of(
                        versioned(new AgentTeam("frontline", new Titles("F", "F"))),
                        versioned(new AgentTeam("backoffice", new Titles("B", "B")))));
        return ConfigurationCheck.problems(new Configuration(all), LocalDate.of(2026, 11, 23)).stream()
                .filter(problem -> problem.kind() == Kind.CASE_TYPES || problem.kind() == Kind.CASE_CATEGORIES)
                .map(ConfigurationProblem::field)
                .toList();
    }

    private static Versioned versioned(Configured entity) {
        return new Versioned(entity, 1);
    }

    private static CaseType type(List<State> states, Clocks clocks) {
        return new CaseType("t", new Titles("T", "T"), false, states, clocks, Optional.empty());
    }

    private static Clocks clocks(Optional<String> calendar, Duration answer, Optional<Double> warning) {
        return new Clocks(
                calendar,
                new TreeMap<>(Map.of(CasePriority.HIGH, answer)),
                new TreeMap<>(),
                new TreeMap<>(),
                warning,
                Optional.empty());
    }

    private static State state(String id, StateKind kind, String... next) {
        return new State(id, new Titles(id, id), kind, List.of(next));
    }
}
