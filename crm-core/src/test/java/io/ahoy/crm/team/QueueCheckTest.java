package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check says, in its own words. */
class QueueCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Titles TITLE = new Titles("A", "甲");
    private static final AgentRouting BO = agent(Map.of("sales", 5));

    static Queue plain(String id, String skill) {
        Duration some = Duration.ofSeconds(15);
        return new Queue(id, TITLE, skill, some, 0.8, some, some, some, some, some, "default");
    }

    static Queue overflowing(String id, Overflow.When when, String to) {
        return new Change(plain(id, "sales")).overflow(new Overflow(when, new Overflow.ToQueue(to)));
    }

    /** A queue that differs in one thing. */
    private record Change(Queue from) {
        Queue overflow(Overflow... steps) {
            return made(from.needs(), from.widening(), from.noAnswer(), from.wrapUp(), List.of(steps), from.calendar());
        }

        Queue needs(Need needs, Widening... widening) {
            return made(needs, List.of(widening), from.noAnswer(), from.wrapUp(), from.overflow(), from.calendar());
        }

        Queue noAnswer(UnaryOperator<SortedMap<NoAnswer.Cause, NoAnswer>> change) {
            SortedMap<NoAnswer.Cause, NoAnswer> rules = change.apply(new TreeMap<>(from.noAnswer()));
            return made(from.needs(), from.widening(), rules, from.wrapUp(), from.overflow(), from.calendar());
        }

        Queue wrapUp(WrapUp rule) {
            return made(from.needs(), from.widening(), from.noAnswer(), rule, from.overflow(), from.calendar());
        }

        Queue calendar(String calendar) {
            Optional<String> name = Optional.of(calendar);
            return made(from.needs(), from.widening(), from.noAnswer(), from.wrapUp(), from.overflow(), name);
        }

        Queue inHours(Optional<String> calendar) {
            return made(true, from.needs(), from.widening(), from.noAnswer(), from.wrapUp(), from.overflow(), calendar);
        }

        private Queue made(
                Need needs,
                List<Widening> widening,
                SortedMap<NoAnswer.Cause, NoAnswer> noAnswer,
                WrapUp wrapUp,
                List<Overflow> overflow,
                Optional<String> calendar) {
            return made(from.serviceLevelInHours(), needs, widening, noAnswer, wrapUp, overflow, calendar);
        }

        private Queue made(
                boolean inHours,
                Need needs,
                List<Widening> widening,
                SortedMap<NoAnswer.Cause, NoAnswer> noAnswer,
                WrapUp wrapUp,
                List<Overflow> overflow,
                Optional<String> calendar) {
            return new Queue(
                    from.id(),
                    from.title(),
                    from.serviceLevelThreshold(),
                    from.serviceLevelTarget(),
                    inHours,
                    from.shortAbandon(),
                    needs,
                    widening,
                    from.strategy(),
                    from.priority(),
                    from.offerLimit(),
                    noAnswer,
                    wrapUp,
                    overflow,
                    calendar,
                    from.callback(),
                    from.announceEvery(),
                    from.delivery(),
                    from.musicClass());
        }
    }

    @Test
    void aGoodConfigurationHasNoProblems() {
        assertThat(told(BO, plain("a", "sales"), overflowing("b", new Overflow.NoAgent(), "a")))
                .isEmpty();
    }

    @Test
    void thereMustBeAQueue() {
        assertThat(told(BO)).singleElement().asString().contains("There must be at least one queue");
    }

    @Test
    void circlesAreShownWithTheirPath() {
        Queue a = overflowing("a", new Overflow.NoAgent(), "b");
        Queue b = overflowing("b", new Overflow.NoAgent(), "c");
        Queue c = overflowing("c", new Overflow.Full(0), "a");
        assertThat(told(BO, a, b, c))
                .containsExactly(
                        "queues/c overflow.0: Overflow goes round in a circle (when no agent is signed in): a -> b -> c -> a."
                                + " Let one of them overflow elsewhere, or not at all.");
        assertThat(told(BO, overflowing("a", new Overflow.Full(9), "b"), overflowing("b", new Overflow.Closing(), "a")))
                .noneMatch(problem -> problem.contains("circle"));
        assertThat(told(BO, overflowing("a", new Overflow.Waited(Duration.ofSeconds(9)), "a")))
                .singleElement()
                .asString()
                .contains("(after a while): a -> a.");
    }

    @Test
    void circlesOfSeveralConditionsAreShownWithEach() {
        Queue a = overflowing("a", new Overflow.Full(9), "b");
        Queue b = overflowing("b", new Overflow.NoAgent(), "c");
        Queue c = overflowing("c", new Overflow.Waited(Duration.ofSeconds(9)), "a");
        List<ConfigurationProblem> found = problems(BO, a, b, c);
        assertThat(found).allMatch(ConfigurationProblem::forcible, "it may be known never to happen");
        assertThat(found)
                .singleElement()
                .extracting(ConfigurationProblem::message)
                .asString()
                .startsWith(
                        "Overflow can go round in a circle: a (when full) -> b (when no agent is signed in) -> c (after a"
                                + " while) -> a.");
        assertThat(told(BO, a, b, overflowing("c", new Overflow.Closing(), "a")))
                .as("hours end once")
                .noneMatch(problem -> problem.contains("circle"));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(told(BO, overflowing("a", new Overflow.NoAgent(), "nowhere")))
                .containsExactly("queues/a overflow.0.action.queue: There is no queue nowhere to overflow to; create it"
                        + " first, or name one that exists.");
        assertThat(told(BO, new Change(plain("a", "sales")).calendar("never")))
                .containsExactly(
                        "queues/a calendar: There is no calendar never; create it first, or name one that exists.");
        Need unknown = new Need(Sorted.map(Map.of("sales", 1, "magic", 1)), Sorted.set(Set.of("wizards")));
        assertThat(told(BO, new Change(plain("a", "sales")).needs(unknown)))
                .contains(
                        "queues/a needs.skills.magic: There is no skill magic; create it first, or name one that exists.",
                        "queues/a needs.teams: There is no team wizards; create it first, or name one that exists.");
    }

    @Test
    void levelsAreOneToTen() {
        AgentRouting eager = agent(Map.of("sales", 11));
        assertThat(told(eager, plain("a", "sales")))
                .containsExactly("agents/" + eager.id() + " skills.sales: Level 11 is not 1 to 10.");
        assertThat(told(BO, new Change(plain("a", "sales")).needs(need("sales", 0))))
                .containsExactly("queues/a needs.skills.sales: Level 0 is not 1 to 10.");
    }

    @Test
    void aQueueNeedsSomebodyInTheEnd() {
        Queue expert = new Change(plain("a", "sales")).needs(need("sales", 9));
        assertThat(told(BO, expert))
                .singleElement()
                .asString()
                .startsWith(
                        "queues/a needs: Nobody can serve this queue: no agent has sales 9 or more, and its overflow");
        Queue wide = new Change(expert).needs(need("sales", 9), lower(60, "sales", 5));
        assertThat(told(BO, wide)).isEmpty();
        Queue onward = new Change(expert).overflow(new Overflow(new Overflow.NoAgent(), new Overflow.ToQueue("b")));
        assertThat(told(BO, onward, plain("b", "sales"))).isEmpty();
        Queue closing = new Change(expert).overflow(new Overflow(new Overflow.Full(3), new Overflow.ToQueue("b")));
        assertThat(told(BO, closing, plain("b", "sales"))).hasSize(1);
    }

    @Test
    void wideningStepsComeInOrderAndChangeSomething() {
        Queue queue = new Change(plain("a", "sales"))
                .needs(
                        need("sales", 5),
                        lower(60, "sales", 3),
                        lower(30, "sales", 4),
                        new Widening(Duration.ofSeconds(90), List.of()));
        assertThat(told(BO, queue))
                .containsExactly(
                        "queues/a widening.1.after: 30 s is not later than the step before it (60 s); put the steps in the"
                                + " order of their times.",
                        "queues/a widening.1.changes.0: Without effect: level 3 of sales is enough by then; change it, or"
                                + " remove it.",
                        "queues/a widening.2.changes: This step changes nothing; say what it changes, or remove it.");
    }

    @Test
    void onlyACalendarHasHoursThatCount() {
        Change plain = new Change(plain("a", "sales"));
        assertThat(told(BO, plain.inHours(Optional.empty())))
                .containsExactly(
                        "queues/a serviceLevelInHours: This queue has no calendar whose hours could count; give it one, or write"
                                + " false.");
        Calendar always = Calendar.always("always", TITLE, ZoneOffset.UTC);
        assertThat(told(BO, plain.inHours(Optional.of("always")), always)).isEmpty();
    }

    @Test
    void aWrapUpExtensionNeedsALimit() {
        WrapUp endless = new WrapUp(Duration.ZERO, Duration.ofSeconds(10), 1);
        assertThat(told(BO, new Change(plain("a", "sales")).wrapUp(endless)))
                .containsExactly(
                        "queues/a wrapUp.extensionsMax: Without a wrap-up limit there is nothing to extend; give a"
                                + " limit, or an extensionsMax of 0.");
    }

    @Test
    void aFailingPhoneIsLeftAloneForAWhile() {
        Queue missing = new Change(plain("a", "sales")).noAnswer(rules -> {
            rules.remove(NoAnswer.Cause.BUSY);
            rules.put(NoAnswer.Cause.NETWORK, new NoAnswer(0, "system.device", Duration.ZERO));
            rules.put(NoAnswer.Cause.DECLINED, new NoAnswer(0, "system.device", Duration.ZERO));
            return rules;
        });
        assertThat(told(BO, missing))
                .hasSize(2)
                .allMatch(problem -> problem.contains("rung again at once and for ever"))
                .anyMatch(problem -> problem.contains("noAnswer.BUSY"))
                .anyMatch(problem -> problem.contains("noAnswer.NETWORK"));
    }

    @Test
    void aCalendarOpensSometimesAndForwards() {
        Calendar never = new Calendar(
                "never", TITLE, ZoneOffset.UTC, Sorted.map(Map.of(DayOfWeek.MONDAY, List.<Calendar.Span>of())), past());
        assertThat(told(BO, plain("a", "sales"), never))
                .singleElement()
                .asString()
                .startsWith("calendars/never week: This calendar is never open;");
        Calendar wrong = new Calendar(
                "wrong",
                TITLE,
                ZoneOffset.UTC,
                Sorted.map(Map.of(
                        DayOfWeek.MONDAY, List.of(span("22:00", "06:00")),
                        DayOfWeek.FRIDAY, List.of(span("08:00", "12:00"), span("11:00", "00:00")))),
                past());
        assertThat(told(BO, plain("a", "sales"), wrong))
                .satisfiesExactly(
                        first -> assertThat(first).contains("week.MONDAY: From 22:00 to 06:00 ends before it begins"),
                        second -> assertThat(second).contains("week.FRIDAY: Hours of this day overlap"));
    }

    @Test
    void everythingIsToldAtOnce() {
        Queue bad = new Queue(
                "Bad Id",
                new Titles("", "x"),
                "sales",
                Duration.ofSeconds(1),
                80,
                Duration.ofSeconds(-1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                "a,b");
        assertThat(told(BO, bad))
                .extracting(problem -> problem.replaceFirst("^queues/Bad Id ([^:]*):.*$", "$1"))
                .containsExactly("id", "title.en", "serviceLevelTarget", "shortAbandon", "offerLimit", "musicClass");
    }

    private static SortedMap<LocalDate, List<Calendar.Span>> past() {
        return Sorted.map(Map.of(TODAY.minusDays(1), List.of(span("08:00", "09:00"))));
    }

    private static Calendar.Span span(String from, String to) {
        return new Calendar.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Need need(String skill, int level) {
        return new Need(Sorted.map(Map.of(skill, level)), Sorted.set(List.<String>of()));
    }

    private static Widening lower(int seconds, String skill, int level) {
        return new Widening(Duration.ofSeconds(seconds), List.of(new Widening.LowerLevel(skill, level)));
    }

    private static AgentRouting agent(Map<String, Integer> skills) {
        return new AgentRouting(
                UUID.randomUUID(),
                Sorted.map(skills),
                Sorted.set(List.<String>of()),
                Sorted.map(Map.<Channel, Integer>of()),
                new QueueChoice.BestRank());
    }

    private static List<String> told(Configured... entities) {
        return problems(entities).stream().map(ConfigurationProblem::toString).toList();
    }

    private static List<ConfigurationProblem> problems(Configured... entities) {
        Stream<Configured> ground = Stream.of(
                new Skill("sales", TITLE),
                new BreakReason("system.missed", TITLE),
                new BreakReason("system.device", TITLE),
                new BreakReason("system.browser", TITLE));
        Map<Kind, List<Versioned>> all = Stream.concat(ground, Arrays.stream(entities))
                .map(entity -> new Versioned(entity, 1))
                .collect(Collectors.groupingBy(one -> one.entity().kind()));
        return ConfigurationCheck.problems(new Configuration(all), TODAY);
    }
}
