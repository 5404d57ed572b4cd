package io.ahoy.router.sim;

import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.Segment;
import io.ahoy.router.acd.SkillId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** One queue as theory likes it, through the real router. */
final class ErlangStudy implements Simulation.Listener {
    private static final SkillId SKILL = new SkillId("calls");
    private static final Duration OFFER_LIMIT = Duration.ofSeconds(20);
    private static final int RELAXATIONS = 20;

    private final Case given;
    private final Instant counted;
    private final Instant end;
    private final BatchMeans waits = new BatchMeans();
    private final BatchMeans meanWait = new BatchMeans();
    private final BatchMeans answerWait = new BatchMeans();
    private final BatchMeans serviceLevel = new BatchMeans();
    private final BatchMeans abandons = new BatchMeans();
    private long customers;

    /**
     * What is asked.
     *
     * @param patience absent: nobody leaves
     * @param target T, the service level's threshold
     */
    record Case(
            int agents,
            double arrivalsPerHour,
            Duration handleTime,
            Optional<Duration> patience,
            Duration target,
            Duration shortAbandon) {
        /** In Erlang. */
        double load() {
            return arrivalsPerHour * seconds(handleTime) / 3600;
        }

        Erlang theory() {
            return patience.map(patient -> Erlang.a(
                            agents,
                            load(),
                            seconds(handleTime),
                            seconds(patient),
                            seconds(target),
                            seconds(shortAbandon)))
                    .orElseGet(() -> Erlang.c(agents, load(), seconds(handleTime), seconds(target)));
        }

        /** How long the line remembers how it began, about: of Erlang C (Halfin and Whitt's regime); patience makes it forget sooner. */
        Duration relaxation() {
            double room = Math.sqrt(agents) - Math.sqrt(load());
            double talks = patience.isPresent() ? 1 : Math.min(100, Math.max(1, 1 / (room * room)));
            return Duration.ofMillis((long) (handleTime.toMillis() * talks));
        }
    }

    /** What was seen of those who came after the warm-up. */
    record Result(
            long customers,
            BatchMeans.Estimate waits,
            BatchMeans.Estimate meanWait,
            BatchMeans.Estimate answerWait,
            BatchMeans.Estimate serviceLevel,
            BatchMeans.Estimate abandons) {}

    private ErlangStudy(Case given, Instant counted, Instant end) {
        this.given = given;
        this.counted = counted;
        this.end = end;
    }

    /** @param progress told the share that is done, from 0 to 1 */
    static Result run(Case given, Duration length, long seed, DoubleConsumer progress) {
        return run(given, length, seed, progress, List.of());
    }

    /** @param listeners hear everything, the warm-up included */
    static Result run(
            Case given, Duration length, long seed, DoubleConsumer progress, List<Simulation.Listener> listeners) {
        Scenario scenario = scenario(given);
        Instant counted = scenario.begin().plus(given.relaxation().multipliedBy(RELAXATIONS));
        Instant end = counted.plus(length);
        Simulation simulation = new Simulation(Acd.of(Image.EMPTY), scenario.begin());
        ErlangStudy study = new ErlangStudy(given, counted, end);
        SplittableRandom chance = new SplittableRandom(seed);
        // Those who came near the end are followed until they have been answered.
        Instant after = end.plus(given.relaxation().multipliedBy(RELAXATIONS));
        simulation.agenda().submit(scenario.begin(), new Input.QueuesChanged(scenario.rules()));
        Customers customers = new Customers(simulation.agenda(), scenario, after, chance.split());
        Staff staff = new Staff(simulation.agenda(), scenario, after, chance.split());
        simulation.add(study);
        simulation.add(customers);
        simulation.add(staff);
        listeners.forEach(simulation::add);
        for (int part = 1; part <= 100; part++) {
            simulation.runUntil(scenario.begin()
                    .plusMillis(Duration.between(scenario.begin(), after).toMillis() * part / 100));
            progress.accept(part / 100.0);
        }
        return study.result();
    }

    private static Scenario scenario(Case given) {
        QueueRule rule =
                QueueRule.plain(new QueueId("line"), SKILL, OFFER_LIMIT, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        Scenario.Demand demand = new Scenario.Demand(
                rule,
                Channel.VOICE,
                new Scenario.Thresholds(given.target(), given.shortAbandon()),
                Rate.constant(given.arrivalsPerHour()),
                given.patience().map(Spread.Exponential::new),
                new Spread.Exponential(given.handleTime()),
                new Spread.Fixed(Duration.ZERO),
                Scenario.Callback.DEFAULT,
                Collections.emptySortedMap(),
                Scenario.Preferred.NOBODY);
        Scenario.Crew crew = new Scenario.Crew(
                "agents", given.agents(), Abilities.expertIn(new TreeSet<>(List.of(SKILL))), List.of());
        Spread atOnce = new Spread.Fixed(Duration.ZERO);
        return new Scenario(
                ZoneOffset.UTC,
                LocalDate.EPOCH,
                1,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(demand),
                List.of(crew),
                new Scenario.Habits(atOnce, atOnce),
                Scenario.Faults.NONE);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.SegmentChanged(Segment segment)) {
                count(segment);
            }
        }
    }

    private void count(Segment segment) {
        Instant entered = segment.enteredAt();
        if (entered.isBefore(counted) || !entered.isBefore(end)) {
            return;
        }
        boolean answered = segment.answeredAt().isPresent();
        if (answered == segment.endedAt().isPresent()) {
            // Still waiting; or answered, and counted when that happened.
            return;
        }
        customers++;
        Duration wait = Duration.between(
                entered,
                answered ? segment.answeredAt().get() : segment.endedAt().orElse(entered));
        int batch = (int) (Duration.between(counted, entered).toMillis()
                * BatchMeans.BATCHES
                / Duration.between(counted, end).toMillis());
        boolean shortAbandon = !answered && wait.compareTo(given.shortAbandon()) < 0;
        boolean inTime = answered && wait.compareTo(given.target()) <= 0;
        waits.add(batch, wait.isZero() ? 0 : 1, 1);
        meanWait.add(batch, seconds(wait), 1);
        answerWait.add(batch, answered ? seconds(wait) : 0, answered ? 1 : 0);
        serviceLevel.add(batch, inTime ? 1 : 0, shortAbandon ? 0 : 1);
        abandons.add(batch, answered ? 0 : 1, 1);
    }

    private Result result() {
        return new Result(
                customers,
                waits.estimate(),
                meanWait.estimate(),
                answerWait.estimate(),
                serviceLevel.estimate(),
                abandons.estimate());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
