package io.ahoy.crm.casework;

import io.ahoy.crm.team.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * By when a case's customer was promised something; absent where nothing is owed. Clocks stand still while the case waits for the
 * customer or is solved, and go on with what was left when he comes back: what was overdue before is overdue again by as much.
 *
 * @param firstGiven the first answer, once it was given
 * @param nextGiven the last answer of those after it; absent where none was promised, as in the other
 */
public record CaseClocks(
        Optional<Clock> firstAnswer,
        Optional<Clock> nextAnswer,
        Optional<Clock> solution,
        Optional<Given> firstGiven,
        Optional<Given> nextGiven) {
    public static final CaseClocks NONE =
            new CaseClocks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * One promise. It either runs and is due at an instant, or stands still with some of its time left.
     *
     * @param promised in working time
     * @param left negative when it was overdue already
     */
    public record Clock(Duration promised, Optional<Instant> due, Optional<Duration> left) {
        public Clock {
            if (due.isPresent() == left.isPresent()) {
                throw new IllegalArgumentException(
                        "A clock either runs or stands still, but due is " + due + ", left " + left);
            }
        }
    }

    /**
     * What became of the promise of an answer.
     *
     * @param promised in working time
     * @param left of it; negative when it was missed
     */
    public record Given(Instant at, Duration promised, Duration left) {
        static Given of(Clock clock, Pace pace, Instant now) {
            Duration left = clock.due()
                    .map(due -> pace.time().between(now, due))
                    .or(clock::left)
                    .orElseThrow();
            return new Given(now, clock.promised(), left);
        }
    }

    /** By which the clocks of one case run. */
    record Pace(Promises promises, WorkingTime time) {}

    /**
     * What cases of one type and priority are promised; absent: nothing.
     *
     * @param warning the last share of each in which it is nearly overdue
     */
    record Promises(
            Optional<Duration> firstAnswer,
            Optional<Duration> nextAnswer,
            Optional<Duration> solution,
            double warning) {}

    static CaseClocks begun(Pace pace, Instant now) {
        return new CaseClocks(
                started(pace.promises().firstAnswer(), pace, now),
                Optional.empty(),
                started(pace.promises().solution(), pace, now),
                Optional.empty(),
                Optional.empty());
    }

    /** The customer has his answer. */
    CaseClocks answered(Pace pace, Instant now) {
        return new CaseClocks(
                Optional.empty(),
                Optional.empty(),
                solution,
                firstAnswer.map(clock -> Given.of(clock, pace, now)).or(() -> firstGiven),
                nextAnswer.map(clock -> Given.of(clock, pace, now)).or(() -> nextGiven));
    }

    /** The customer came again. If he waits for an answer already, it is due as before. */
    CaseClocks asked(Pace pace, Instant now) {
        boolean owed = firstAnswer.isPresent() || nextAnswer.isPresent();
        return new CaseClocks(
                firstAnswer,
                owed ? nextAnswer : started(pace.promises().nextAnswer(), pace, now),
                solution,
                firstGiven,
                nextGiven);
    }

    CaseClocks paused(Pace pace, Instant now) {
        return each(clock -> clock.due()
                .map(due -> new Clock(
                        clock.promised(),
                        Optional.empty(),
                        Optional.of(pace.time().between(now, due))))
                .orElse(clock));
    }

    CaseClocks resumed(Pace pace, Instant now) {
        return each(clock -> clock.left()
                .map(left -> new Clock(clock.promised(), Optional.of(pace.time().after(now, left)), Optional.empty()))
                .orElse(clock));
    }

    /**
     * The case has another priority or type: what passed of a promise has passed of the new one too. Where nothing was promised until now
     * the time counts since the case was opened.
     *
     * @param course of the case so far
     */
    CaseClocks promised(Pace before, Pace after, Course course, Instant now) {
        CaseClocks still = paused(before, now);
        Duration passed = after.time().between(course.openedAt(), now);
        Optional<Clock> first = again(still.firstAnswer, after.promises().firstAnswer());
        Optional<Clock> last = again(still.solution, after.promises().solution());
        CaseClocks anew = new CaseClocks(
                course.answered() || first.isPresent()
                        ? first
                        : late(after.promises().firstAnswer(), passed),
                again(still.nextAnswer, after.promises().nextAnswer()),
                last.isPresent() ? last : late(after.promises().solution(), passed),
                firstGiven,
                nextGiven);
        return course.runs() ? anew.resumed(after, now) : anew;
    }

    /**
     * @param answered at least once
     * @param runs neither waits for the customer nor is solved
     */
    record Course(Instant openedAt, boolean answered, boolean runs) {}

    /** Of the clock that runs out first. */
    Optional<Instant> due() {
        return all().flatMap(clock -> clock.due().stream()).min(Instant::compareTo);
    }

    /** From then on one of them is in the last part of its promise. */
    Optional<Instant> dueSoon(Pace pace) {
        return all().flatMap(clock -> clock.due().stream().map(due -> warning(pace, clock.promised(), due)))
                .min(Instant::compareTo);
    }

    private static Instant warning(Pace pace, Duration promised, Instant due) {
        Duration part = Duration.ofMillis(
                Math.round(promised.toMillis() * pace.promises().warning()));
        return due.equals(WorkingTime.NEVER) ? due : pace.time().after(due, part.negated());
    }

    private Stream<Clock> all() {
        return Stream.of(firstAnswer, nextAnswer, solution).flatMap(Optional::stream);
    }

    private CaseClocks each(UnaryOperator<Clock> change) {
        return new CaseClocks(
                firstAnswer.map(change), nextAnswer.map(change), solution.map(change), firstGiven, nextGiven);
    }

    private static Optional<Clock> started(Optional<Duration> promised, Pace pace, Instant now) {
        return promised.map(length -> new Clock(length, Optional.of(pace.time().after(now, length)), Optional.empty()));
    }

    private static Optional<Clock> again(Optional<Clock> still, Optional<Duration> promised) {
        return still.flatMap(clock -> promised.map(length -> new Clock(
                length,
                Optional.empty(),
                Optional.of(length.minus(clock.promised()).plus(clock.left().orElseThrow())))));
    }

    private static Optional<Clock> late(Optional<Duration> promised, Duration passed) {
        return promised.map(length -> new Clock(length, Optional.empty(), Optional.of(length.minus(passed))));
    }
}
