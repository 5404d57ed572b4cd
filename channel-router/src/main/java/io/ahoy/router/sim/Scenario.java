package io.ahoy.router.sim;

import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A whole centre.
 *
 * @param days how many are simulated, unless the command says otherwise
 * @param channels where they differ from {@link ChannelRule#DEFAULTS}
 * @param holidays when the queues that have hours are open on these dates; where they are not, no shift begins either
 */
public record Scenario(
        ZoneId zone,
        LocalDate start,
        int days,
        SortedMap<Channel, ChannelRule> channels,
        SortedMap<LocalDate, List<WeeklyHours.Span>> holidays,
        List<Demand> queues,
        List<Crew> crews,
        Habits habits,
        Faults faults) {
    public Scenario {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        queues = List.copyOf(queues);
        crews = List.copyOf(crews);
    }

    Instant begin() {
        return start.atStartOfDay(zone).toInstant();
    }

    Instant endAfter(int manyDays) {
        return start.plusDays(manyDays).atStartOfDay(zone).toInstant();
    }

    boolean isHoliday(LocalDate day) {
        return holidays.containsKey(day)
                && holidays.getOrDefault(day, List.of()).isEmpty();
    }

    /** @param number over all crews, from 1 */
    static AgentId agent(int number) {
        return new AgentId(new UUID(2, number));
    }

    /** Who could be offered this queue's customers as soon as they come. */
    List<AgentId> able(QueueRule rule) {
        List<AgentId> able = new ArrayList<>();
        int number = 0;
        for (Crew crew : crews) {
            for (int i = 0; i < crew.count(); i++) {
                number++;
                if (crew.abilities().meet(rule.staffing().need())) {
                    able.add(agent(number));
                }
            }
        }
        return able;
    }

    Optional<Demand> demand(QueueId queue) {
        return queues.stream().filter(one -> one.queue().equals(queue)).findFirst();
    }

    Input.QueuesChanged configuration() {
        return new Input.QueuesChanged(rules(), channels, Optional.of(zone));
    }

    List<QueueRule> rules() {
        return queues.stream().map(Demand::rule).toList();
    }

    /**
     * A queue and who comes to it.
     *
     * @param patience absent: they wait as long as it takes
     * @param wrapUp how long the agent writes, if the queue's limit does not end it
     * @param transfers the share of conversations that go on in another queue, by that queue
     */
    public record Demand(
            QueueRule rule,
            Channel channel,
            Thresholds thresholds,
            Rate arrivals,
            Optional<Spread> patience,
            Spread talk,
            Spread wrapUp,
            Callback callback,
            SortedMap<QueueId, Double> transfers,
            Preferred preferred) {
        public Demand {
            transfers = Collections.unmodifiableSortedMap(new TreeMap<>(transfers));
        }

        QueueId queue() {
            return rule.id();
        }
    }

    /** T and S of METRICS.md. */
    public record Thresholds(Duration serviceLevel, Duration shortAbandon) {
        public static final Thresholds DEFAULT = new Thresholds(Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    /**
     * What customers do with an offered callback.
     *
     * @param taken the share of those offered one who leave the line for it
     * @param reached the share of attempts in which they answer their telephone
     */
    public record Callback(double taken, double reached) {
        public static final Callback DEFAULT = new Callback(0.5, 0.8);
    }

    /**
     * Customers who want an agent of their own, one of those who have the skills.
     *
     * @param share of those who come
     * @param patience how long they wait for him alone
     */
    public record Preferred(double share, Duration patience) {
        public static final Preferred NOBODY = new Preferred(0, Duration.ZERO);
    }

    /**
     * Agents who are alike.
     *
     * @param shifts none: they are there day and night
     */
    public record Crew(String name, int count, Abilities abilities, List<Shift> shifts) {
        public Crew {
            shifts = List.copyOf(shifts);
        }
    }

    /** @param to if it is not after {@code from}, it is of the next day */
    public record Shift(LocalTime from, LocalTime to, SortedSet<DayOfWeek> days, List<Break> breaks) {
        public Shift {
            days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * A break of a shift.
     *
     * @param waves the crew goes in so many parts, one after the other
     */
    public record Break(LocalTime at, Duration length, int waves, BreakReason reason) {}

    /**
     * Of the agents.
     *
     * @param answer from the first ring to the acceptance
     * @param absence after an offer that was not answered, until he is ready again
     */
    public record Habits(Spread answer, Spread absence) {
        public static final Habits DEFAULT =
                new Habits(new Spread.Fixed(Duration.ofSeconds(3)), new Spread.Fixed(Duration.ofMinutes(2)));
    }

    /**
     * What goes wrong, as shares from 0 to 1 of the times it could.
     *
     * @param lateHangUp the news of a customer's hang-up comes seconds late
     * @param duplicateAccept an acceptance comes twice
     * @param lateAccept an acceptance comes after the offer has run out
     * @param vanish the agent's browser goes away while it rings
     * @param decline the agent declines
     * @param miss the agent lets it ring
     */
    public record Faults(
            double lateHangUp, double duplicateAccept, double lateAccept, double vanish, double decline, double miss) {
        public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);
    }
}
