package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A seeded source of inputs: mostly what a busy floor would send, in between repetitions, late answers and nonsense about people
 * long gone. Time jumps to the next deadline whenever it would pass it.
 */
public final class Chaos {
    private static final List<String> QUEUES = List.of("sales", "support", "express", "billing");

    private final Random random;
    private final List<OfferId> offers = new ArrayList<>();
    private final List<Input> past = new ArrayList<>();
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
            now = deadline.get();
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
        if (dice < 28) {
            return arrival();
        }
        if (dice < 60) {
            return offer();
        }
        if (dice < 85) {
            return seat();
        }
        return interaction();
    }

    private Input arrival() {
        arrivals++;
        return new Input.Arrived(
                Names.interaction(arrivals),
                Channel.VOICE,
                queue(),
                now.minusMillis(random.nextInt(4) == 0 ? random.nextInt(60_000) : 0));
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

    private Input seat() {
        AgentId agent = agent();
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Input.SeatSignedIn(agent, skills(), new BreakReason("lunch"));
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
        return switch (random.nextInt(14)) {
            case 0 -> new Input.Abandoned(id, oneOf(EndCause.values()));
            case 1, 2, 3, 4 -> new Input.Ended(id, oneOf(EndCause.values()));
            case 5 -> new Input.AgentLost(id);
            case 6 -> new Input.EndAsked(id, agent());
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
                QueueRule rule = Scenario.rule(name);
                SkillId skill = random.nextInt(5) == 0 ? new SkillId("sales") : rule.skill();
                rules.add(new QueueRule(
                        rule.id(),
                        skill,
                        rule.offerLimit(),
                        rule.wrapUpLimit(),
                        rule.wrapUpExtension(),
                        random.nextBoolean() ? rule.declineRetry() : Duration.ZERO));
            }
        }
        return new Input.QueuesChanged(rules);
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

    private SortedSet<SkillId> skills() {
        SortedSet<SkillId> skills = new TreeSet<>();
        QUEUES.stream().filter(name -> random.nextInt(3) > 0).map(SkillId::new).forEach(skills::add);
        return skills;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
