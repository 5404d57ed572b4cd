package io.ahoy.router.acd;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A seeded source of inputs: mostly what a busy floor would send, in between repetitions, late answers and nonsense about people
 * long gone. Time jumps to the next deadline whenever it would pass it.
 */
public final class Chaos {
    private static final List<String> QUEUES = List.of("sales", "support", "express", "billing");
    private static final SkillId GERMAN = new SkillId("german");
    private static final List<GroupId> GROUPS = List.of(new GroupId("day"), new GroupId("night"));

    private final Random random;
    private final List<OfferId> offers = new ArrayList<>();
    private final Map<AgentId, SeatView> seats = new TreeMap<>();
    private final List<Input> past = new ArrayList<>();
    private final Map<InteractionId, InteractionState> mails = new TreeMap<>();
    private Instant now = Names.START;
    private Instant next = Names.START;
    private int arrivals;

    public Chaos(long seed) {
        // Seeds next to each other give alike first numbers unless mixed.
        random = new Random(new SplittableRandom(seed).nextLong());
    }

    /**
     * What happens next.
     *
     * @param input absent when only time passed
     */
    public record Step(Instant now, Optional<Input> input) {}

    public Step next(Optional<Instant> deadline) {
        if (deadline.isPresent() && !deadline.get().isAfter(next)) {
            // One who had waited elsewhere may already have waited too long.
            now = deadline.get().isAfter(now) ? deadline.get() : now;
            return new Step(now, Optional.empty());
        }
        now = next;
        // Often several inputs at the same moment.
        next = now.plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(3_000));
        Input input = past.isEmpty() ? configuration() : any();
        past.add(input);
        return new Step(now, Optional.of(input));
    }

    public void heard(List<Output> said) {
        for (Output output : said) {
            if (output instanceof Output.Offer offer) {
                offers.add(offer.id());
            }
            if (output instanceof Output.InteractionChanged(InteractionView view) && view.channel() == Channel.EMAIL) {
                mails.put(view.id(), view.state());
            }
            if (output instanceof Output.SeatChanged(SeatView seat)) {
                seats.put(seat.agent(), seat);
            }
        }
    }

    private Input any() {
        int dice = random.nextInt(100);
        if (dice < 5) {
            return past.get(random.nextInt(past.size()));
        }
        if (dice < 6) {
            return configuration();
        }
        if (dice < 7) {
            return new Input.Outage(Duration.ofSeconds(random.nextInt(60)));
        }
        if (dice < 22) {
            return arrival();
        }
        List<WorkView> works =
                seats.values().stream().flatMap(seat -> seat.works().stream()).toList();
        if (dice < 55 && !works.isEmpty()) {
            return whatComesNext(works.get(random.nextInt(works.size())));
        }
        if (dice < 60) {
            return offer();
        }
        if (dice < 63) {
            return taking();
        }
        if (dice < 85) {
            return seat();
        }
        return interaction();
    }

    /** What a busy floor would send. */
    private Input whatComesNext(WorkView work) {
        AgentId agent = seats.values().stream()
                .filter(seat -> seat.works().contains(work))
                .map(SeatView::agent)
                .findFirst()
                .orElseThrow();
        return switch (work.state()) {
            case OFFERED -> new Input.OfferAccepted(work.offer());
            case CONNECTING ->
                random.nextInt(8) > 0
                        ? new Input.Connected(work.offer())
                        : new Input.ConnectFailed(work.offer(), oneOf(ConnectFailure.values()));
            case ON_CONTACT, INTERRUPTED -> endOf(work.interaction(), agent);
            case WRAP_UP, GONE ->
                random.nextInt(4) > 0
                        ? new Input.WrapUpDone(agent, Optional.of(work.interaction()))
                        : new Input.WrapUpExtended(agent);
        };
    }

    private Input endOf(InteractionId id, AgentId agent) {
        return switch (random.nextInt(12)) {
            case 0 -> new Input.TransferAsked(id, agent, new TransferTarget.ToQueue(queue()));
            case 1 -> new Input.TransferAsked(id, agent, new TransferTarget.ToNumber("+4930123456"));
            case 2 -> new Input.AgentLost(id);
            case 3 -> new Input.SeatSignedOut(agent);
            case 4 -> new Input.EndAsked(id, agent);
            case 5 -> new Input.ReattachAsked(id, agent);
            default -> new Input.Ended(id, EndCause.CUSTOMER_HUNG_UP);
        };
    }

    private Input arrival() {
        arrivals++;
        return new Input.Arrived(
                Names.interaction(arrivals),
                random.nextInt(3) > 0 ? Channel.VOICE : oneOf(Channel.values()),
                queue(),
                now.minusMillis(random.nextInt(4) == 0 ? random.nextInt(60_000) : 0),
                random.nextInt(3) > 0 ? Wish.NONE : wish());
    }

    private Input offer() {
        if (offers.isEmpty()) {
            return new Input.OfferAccepted(new OfferId(anyInteraction(), 1));
        }
        int recent = Math.max(0, offers.size() - 1 - random.nextInt(4));
        OfferId id = offers.get(random.nextInt(10) == 0 ? random.nextInt(offers.size()) : recent);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Input.OfferAccepted(id);
            case 4, 5, 6, 7 -> new Input.Connected(id);
            case 8 -> new Input.OfferDeclined(id);
            case 9 -> new Input.OfferFailed(id, oneOf(OfferFailure.values()));
            case 10 -> new Input.ConnectFailed(id, oneOf(ConnectFailure.values()));
            default -> new Input.Abandoned(id.interaction(), EndCause.ABANDONED);
        };
    }

    /** Of what waits, when something does. */
    private Input taking() {
        List<InteractionId> waiting = mails.entrySet().stream()
                .filter(one -> one.getValue() == InteractionState.WAITING)
                .map(Map.Entry::getKey)
                .toList();
        boolean sensible = !waiting.isEmpty() && random.nextInt(8) > 0;
        return new Input.Taken(sensible ? waiting.get(random.nextInt(waiting.size())) : anyInteraction(), agent());
    }

    private Input seat() {
        AgentId agent = agent();
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Input.SeatSignedIn(agent, abilities(), new BreakReason("lunch"));
            case 2, 3, 4, 5, 6 -> new Input.SeatResumed(agent);
            case 7 -> new Input.SeatSignedOut(agent);
            case 8 -> new Input.SeatPaused(agent, new BreakReason(random.nextBoolean() ? "lunch" : "training"));
            case 9 -> new Input.WrapUpExtended(agent);
            default -> new Input.WrapUpDone(agent);
        };
    }

    private Input interaction() {
        InteractionId id = random.nextInt(4) == 0 || offers.isEmpty()
                ? anyInteraction()
                : offers.get(Math.max(0, offers.size() - 1 - random.nextInt(5))).interaction();
        return switch (random.nextInt(18)) {
            case 14, 15, 16, 17 ->
                new Input.CallbackChosen(
                        anyInteraction(), now.plusSeconds(random.nextBoolean() ? 0 : random.nextInt(30)));
            case 0 -> new Input.Abandoned(id, oneOf(EndCause.values()));
            case 1, 2, 3, 4 -> new Input.Ended(id, oneOf(EndCause.values()));
            case 5 -> new Input.AgentLost(id);
            case 6 ->
                random.nextBoolean()
                        ? new Input.EndAsked(id, agent())
                        : new Input.Withdrawn(
                                id,
                                oneOf(EndCause.values()),
                                random.nextBoolean() ? Optional.of(agent()) : Optional.empty());
            case 7 -> new Input.ReattachAsked(id, agent());
            case 8, 9 -> new Input.TransferAsked(id, agent(), new TransferTarget.ToQueue(queue()));
            case 10 -> new Input.TransferAsked(id, agent(), new TransferTarget.ToNumber("+4930123456"));
            case 11, 12 -> new Input.MovedToFront(anyInteraction());
            default -> new Input.MovedToQueue(anyInteraction(), queue());
        };
    }

    private Input configuration() {
        List<QueueRule> rules = new ArrayList<>();
        for (String name : QUEUES) {
            if (rules.isEmpty() || random.nextInt(4) > 0) {
                rules.add(rule(name));
            }
        }
        return random.nextInt(3) > 0
                ? new Input.QueuesChanged(rules)
                : new Input.QueuesChanged(
                        rules,
                        new TreeMap<>(
                                Map.of(Channel.CHAT, new ChannelRule(50, new TreeSet<>(Set.of(Channel.VOICE)), 2))),
                        Optional.of(ZoneOffset.ofHours(random.nextInt(24) - 12)));
    }

    private QueueRule rule(String name) {
        QueueRule rule = Scenario.rule(name);
        if (random.nextInt(3) == 0) {
            return rule;
        }
        SkillId skill = new SkillId(random.nextInt(5) == 0 ? "sales" : name);
        SkillNeed need = new SkillNeed(
                new TreeMap<>(Map.of(skill, level())),
                random.nextInt(3) == 0 ? new TreeSet<>(List.of(GROUPS.getFirst())) : new TreeSet<>());
        rule = rule.with(new QueueRule.Staffing(need, widening(skill), strategy()))
                .with(new QueueRule.Priority(
                        random.nextInt(10) == 0 ? 1 : 0,
                        Duration.ofSeconds(random.nextInt(3) * 20),
                        1 + random.nextInt(3)))
                .with(overflow())
                .announcing(Duration.ofSeconds(random.nextInt(4) == 0 ? 120 : 0));
        if (random.nextInt(3) == 0) {
            rule = rule.with(Delivery.PULLED);
        }
        if (random.nextInt(3) == 0) {
            rule = rule.with(hours());
        }
        if (random.nextInt(3) == 0) {
            rule = rule.with(new CallbackRule(
                    1 + random.nextInt(2),
                    Duration.ofSeconds(random.nextInt(20)),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30 + random.nextInt(100)),
                    random.nextBoolean() ? Optional.of(hours()) : Optional.empty()));
        }
        if (random.nextInt(3) == 0) {
            SortedMap<OfferOutcome, NoAnswerRule> noAnswer = new TreeMap<>();
            noAnswer.put(
                    oneOf(OfferOutcome.values()),
                    new NoAnswerRule(
                            random.nextInt(3), new BreakReason("missed"), Duration.ofSeconds(random.nextInt(9))));
            rule = rule.with(noAnswer);
        }
        return rule;
    }

    private List<Widening> widening(SkillId skill) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new Widening(Duration.ofSeconds(5), List.of(new Widening.LowerLevel(skill, 1))));
            case 1 ->
                List.of(
                        new Widening(Duration.ofSeconds(4), List.of(new Widening.LowerLevel(GERMAN, 3))),
                        new Widening(
                                Duration.ofSeconds(9),
                                List.of(new Widening.DropSkill(GERMAN), new Widening.AddGroup(GROUPS.getLast()))),
                        new Widening(Duration.ofSeconds(20), List.of(new Widening.DropSkill(skill))));
            default -> List.of();
        };
    }

    private Strategy strategy() {
        return switch (random.nextInt(5)) {
            case 0 -> new MostSkilled();
            case 1 -> new LeastOccupied();
            case 2 -> new RoundRobin();
            case 3 -> new Rings(GROUPS);
            default -> new LongestIdle();
        };
    }

    private List<Overflow> overflow() {
        List<Overflow.When> whens = List.of(
                new Overflow.Full(1 + random.nextInt(5)),
                new Overflow.Closed(),
                new Overflow.Closing(),
                new Overflow.NoAgent(),
                new Overflow.Waited(Duration.ofSeconds(5 + random.nextInt(30))),
                new Overflow.EstimatedOver(Duration.ofSeconds(random.nextInt(600))));
        List<Overflow> overflow = new ArrayList<>();
        for (Overflow.When when : whens) {
            if (random.nextInt(12) == 0) {
                overflow.add(new Overflow(when, action()));
            }
        }
        return overflow;
    }

    private Overflow.Action action() {
        return switch (random.nextInt(8)) {
            case 0 -> new Overflow.Voicemail("box");
            case 1 -> new Overflow.SendAway("sorry");
            case 2 -> new Overflow.AutoAnswer("closed");
            case 3, 4 -> new Overflow.OfferCallback();
            default -> new Overflow.ToQueue(queue());
        };
    }

    /** Every day the same: open from the beginning of an hour for some minutes, a pause, and open again. */
    private WeeklyHours hours() {
        SortedMap<DayOfWeek, List<WeeklyHours.Span>> week = new TreeMap<>();
        List<WeeklyHours.Span> spans = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            spans.add(new WeeklyHours.Span(LocalTime.of(hour, 0), LocalTime.of(hour, 10 + random.nextInt(10))));
            spans.add(new WeeklyHours.Span(LocalTime.of(hour, 25), LocalTime.of(hour, 40)));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, spans);
        }
        return new WeeklyHours(ZoneOffset.UTC, week, new TreeMap<>());
    }

    private InteractionId anyInteraction() {
        return Names.interaction(1 + random.nextInt(arrivals + 1));
    }

    private QueueId queue() {
        return new QueueId(random.nextInt(30) == 0 ? "nowhere" : QUEUES.get(random.nextInt(QUEUES.size())));
    }

    private AgentId agent() {
        return new AgentId(new UUID(2, random.nextInt(8)));
    }

    private Wish wish() {
        return new Wish(
                random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of(GERMAN, level())),
                random.nextInt(10) == 0 ? 1 : 0,
                Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(60) : 0),
                random.nextBoolean() ? Optional.of(agent()) : Optional.empty(),
                Duration.ofSeconds(random.nextInt(40)),
                random.nextInt(3) == 0 ? new TreeSet<>(List.of(agent(), agent())) : new TreeSet<>());
    }

    private Abilities abilities() {
        SortedMap<SkillId, Integer> levels = new TreeMap<>();
        QUEUES.stream()
                .filter(name -> random.nextInt(4) > 0)
                .forEach(name -> levels.put(new SkillId(name), 10 - random.nextInt(4)));
        if (random.nextBoolean()) {
            levels.put(GERMAN, 10 - random.nextInt(6));
        }
        SortedSet<GroupId> groups = new TreeSet<>();
        GROUPS.stream().filter(group -> random.nextBoolean()).forEach(groups::add);
        SortedMap<Channel, Integer> limits = new TreeMap<>();
        if (random.nextInt(4) == 0) {
            limits.put(oneOf(Channel.values()), random.nextInt(3));
        }
        return new Abilities(levels, groups, limits, choice());
    }

    private QueueChoice choice() {
        return switch (random.nextInt(4)) {
            case 0 -> new OwnOrder(List.of(new QueueId("support"), new QueueId("billing")));
            case 1 -> new WeightedShare();
            default -> BestRank.INSTANCE;
        };
    }

    private int level() {
        return 1 + random.nextInt(10);
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
