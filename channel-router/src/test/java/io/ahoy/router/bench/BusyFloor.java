package io.ahoy.router.bench;

import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.Widening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A full centre that goes on for ever: everybody talks, a constant number waits, and one conversation after the other ends. Every seat
 * has six of 64 skills at some level; half of the queues ask for one skill at a least level, half for two, and each widens once.
 */
final class BusyFloor {
    private static final int SKILLS = 64;
    private static final int SKILLS_OF_AGENT = 6;
    private static final Duration STEP = Duration.ofMillis(1);
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final InteractionId NOBODY = new InteractionId(new UUID(0, 0));

    private Acd acd;
    private final SplittableRandom random = new SplittableRandom(64);
    private final List<QueueId> queues = new ArrayList<>();
    private final Deque<InteractionId> talking = new ArrayDeque<>();
    private final Deque<OfferId> offered = new ArrayDeque<>();
    private Instant now = START;
    private long arrivals;
    private int next;
    private OfferId joining = new OfferId(NOBODY, 0);

    /** @param queueCount of 1,000 queues there are as many needs as the seats' skills allow */
    BusyFloor(Acd acd, int seats, int queueCount, int waiting) {
        this.acd = acd;
        List<QueueRule> rules = new ArrayList<>();
        for (int i = 0; i < queueCount; i++) {
            rules.add(rule(i));
        }
        take(new Input.QueuesChanged(rules));
        for (int i = 0; i < seats; i++) {
            AgentId agent = new AgentId(new UUID(2, i));
            take(new Input.SeatSignedIn(agent, abilities(), new BreakReason("start")));
            take(new Input.SeatResumed(agent));
        }
        // Until every seat talks and the rest waits.
        int quiet = 0;
        while (talking.size() < seats && quiet < 50 * seats) {
            quiet++;
            take(arrival());
            answerAll();
        }
        long surplus = arrivals - talking.size() - waiting;
        for (; surplus < 0; surplus++) {
            take(arrival());
            answerAll();
        }
    }

    /** The next input that a busy floor would send. */
    Input next() {
        next = (next + 1) % 4;
        now = now.plus(STEP);
        switch (next) {
            case 1 -> {
                return new Input.Ended(talking.removeFirst(), EndCause.CUSTOMER_HUNG_UP);
            }
            case 2 -> {
                if (offered.isEmpty()) {
                    return arrival();
                }
                joining = offered.removeFirst();
                return new Input.OfferAccepted(joining);
            }
            case 3 -> {
                talking.addLast(joining.interaction());
                return new Input.Connected(joining);
            }
            default -> {
                return arrival();
            }
        }
    }

    List<Output> take(Input input) {
        List<Output> said = acd.apply(input, now);
        for (Output output : said) {
            if (output instanceof Output.Offer offer) {
                offered.addLast(offer.id());
            }
        }
        return said;
    }

    /** With another router in the same state. */
    void goOn(Acd other) {
        acd = other;
    }

    Instant now() {
        return now;
    }

    Acd acd() {
        return acd;
    }

    QueueRule rule(int number) {
        QueueId id = new QueueId("queue-" + number);
        if (queues.size() <= number) {
            queues.add(id);
        }
        SkillId skill = skill(random.nextInt(SKILLS));
        TreeMap<SkillId, Integer> levels = new TreeMap<>(Map.of(skill, 1 + random.nextInt(5)));
        if (number % 2 == 0) {
            levels.put(skill(random.nextInt(SKILLS)), 1 + random.nextInt(5));
        }
        return QueueRule.plain(id, skill, Duration.ofHours(9), Duration.ZERO, Duration.ZERO, Duration.ZERO)
                .with(new QueueRule.Staffing(
                        new SkillNeed(levels, new TreeSet<>()),
                        List.of(new Widening(Duration.ofHours(8), List.of(new Widening.LowerLevel(skill, 1)))),
                        new LongestIdle()));
    }

    void arrive() {
        take(arrival());
    }

    private void answerAll() {
        while (!offered.isEmpty()) {
            OfferId offer = offered.removeFirst();
            take(new Input.OfferAccepted(offer));
            take(new Input.Connected(offer));
            talking.addLast(offer.interaction());
        }
    }

    private Input arrival() {
        arrivals++;
        return new Input.Arrived(
                new InteractionId(new UUID(1, arrivals)),
                Channel.VOICE,
                queues.get(random.nextInt(queues.size())),
                now);
    }

    private Abilities abilities() {
        TreeMap<SkillId, Integer> levels = new TreeMap<>();
        while (levels.size() < SKILLS_OF_AGENT) {
            levels.put(skill(random.nextInt(SKILLS)), 1 + random.nextInt(10));
        }
        return new Abilities(levels, new TreeSet<>(), new TreeMap<>(), BestRank.INSTANCE);
    }

    private static SkillId skill(int number) {
        return new SkillId("skill-" + number);
    }
}
