package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.TransferTarget;
import io.ahoy.router.acd.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Everybody who comes: waits as long as his patience, talks, hangs up. */
final class Customers implements Simulation.Listener {
    private static final int TRANSFERS_MAX = 3;
    private static final Duration LATE_MAX = Duration.ofSeconds(8);
    private static final Duration CALLBACK_THOUGHT = Duration.ofSeconds(6);
    private static final Duration CALLBACK_RING = Duration.ofSeconds(9);

    private final Agenda agenda;
    private final Scenario scenario;
    private final Instant end;
    private final RandomGenerator chance;
    private final Map<InteractionId, Caller> present = new HashMap<>();
    private final Map<QueueId, List<AgentId>> wanted = new HashMap<>();
    private long arrived;

    Customers(Agenda agenda, Scenario scenario, Instant end, SplittableRandom chance) {
        this.agenda = agenda;
        this.scenario = scenario;
        this.end = end;
        for (Scenario.Demand demand : scenario.queues()) {
            if (demand.preferred().share() > 0) {
                wanted.put(demand.queue(), scenario.able(demand.rule()));
            }
            // A stream for each queue and purpose: a change in one does not shift the others.
            SplittableRandom people = chance.split();
            comeNext(
                    demand,
                    new Rate.Arrivals(demand.arrivals(), scenario.zone(), scenario.begin(), chance.split()),
                    people);
        }
        this.chance = chance.split();
    }

    long arrived() {
        return arrived;
    }

    private void comeNext(Scenario.Demand demand, Rate.Arrivals arrivals, RandomGenerator people) {
        Instant at = arrivals.next(end);
        if (at.isBefore(end)) {
            agenda.put(at, () -> {
                comeNext(demand, arrivals, people);
                return Optional.of(arrive(demand, at, people));
            });
        }
    }

    private Input arrive(Scenario.Demand demand, Instant at, RandomGenerator people) {
        InteractionId id = new InteractionId(new UUID(1, ++arrived));
        Caller caller = new Caller(id, stages(demand, people));
        present.put(id, caller);
        waits(caller, at);
        return new Input.Arrived(id, demand.channel(), demand.queue(), at, wish(demand, people));
    }

    private List<Caller.Stage> stages(Scenario.Demand first, RandomGenerator people) {
        List<Caller.Stage> stages = new ArrayList<>();
        Optional<Scenario.Demand> next = Optional.of(first);
        while (next.isPresent() && stages.size() <= TRANSFERS_MAX) {
            Scenario.Demand demand = next.get();
            stages.add(new Caller.Stage(
                    demand,
                    demand.talk().draw(people),
                    demand.wrapUp().draw(people),
                    demand.patience().map(patience -> patience.draw(people))));
            next = transfer(demand, people);
        }
        return stages;
    }

    /** Nothing is drawn where nobody is transferred. */
    private Optional<Scenario.Demand> transfer(Scenario.Demand from, RandomGenerator people) {
        double dice = from.transfers().isEmpty() ? 1 : people.nextDouble();
        for (Map.Entry<QueueId, Double> one : from.transfers().entrySet()) {
            if (dice < one.getValue()) {
                return scenario.demand(one.getKey());
            }
            dice -= one.getValue();
        }
        return Optional.empty();
    }

    private Wish wish(Scenario.Demand demand, RandomGenerator people) {
        List<AgentId> able = wanted.getOrDefault(demand.queue(), List.of());
        if (able.isEmpty() || !Chance.of(demand.preferred().share(), people)) {
            return Wish.NONE;
        }
        return Wish.NONE.preferring(
                able.get(people.nextInt(able.size())), demand.preferred().patience());
    }

    private void waits(Caller caller, Instant since) {
        int stage = caller.stage;
        caller.now().patience().ifPresent(patience -> {
            Instant over = since.plus(patience);
            agenda.put(over, () -> patienceOver(caller, stage, over));
        });
    }

    private Optional<Input> patienceOver(Caller caller, int stage, Instant now) {
        if (caller.talking || caller.heldOn || caller.stage != stage || !present.containsKey(caller.id)) {
            return Optional.empty();
        }
        Input hangUp = new Input.Abandoned(caller.id, EndCause.ABANDONED);
        if (Chance.of(scenario.faults().lateHangUp(), chance)) {
            agenda.submit(now.plus(Chance.upTo(LATE_MAX, chance)), hangUp);
            return Optional.empty();
        }
        return Optional.of(hangUp);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged(InteractionView view)) {
                changed(view, now);
            } else if (output instanceof Output.Connect connect) {
                connect(connect.id(), now);
            } else if (output instanceof Output.HangUp hangUp) {
                agenda.submit(now, new Input.Ended(hangUp.interaction(), EndCause.AGENT_HUNG_UP));
            } else if (output instanceof Output.Overflowed overflowed
                    && overflowed.action() instanceof Overflow.OfferCallback) {
                callbackOffered(overflowed.interaction(), now);
            }
        }
    }

    private void changed(InteractionView view, Instant now) {
        Caller caller = present.get(view.id());
        if (caller == null) {
            return;
        }
        caller.channel = view.channel();
        switch (view.state()) {
            case ACTIVE -> view.agent().ifPresent(agent -> talk(caller, agent, now));
            case INTERRUPTED, WAITING, SCHEDULED, OFFERED, CONNECTING -> stopTalking(caller, now);
            case WRAP_UP -> {
                stopTalking(caller, now);
                view.agent()
                        .ifPresent(agent -> agenda.submit(
                                now.plus(caller.now().wrapUp()), new Input.WrapUpDone(agent, Optional.of(caller.id))));
            }
            case CLOSED -> present.remove(caller.id);
        }
    }

    private void talk(Caller caller, AgentId agent, Instant now) {
        if (caller.talking) {
            return;
        }
        caller.talking = true;
        caller.talkingSince = now;
        int stretch = ++caller.stretch;
        Instant over = now.plus(caller.talkLeft);
        agenda.put(
                over,
                () -> caller.stretch == stretch && caller.talking
                        ? Optional.of(talkOver(caller, agent, over))
                        : Optional.empty());
    }

    private Input talkOver(Caller caller, AgentId agent, Instant now) {
        Duration wrapUp = caller.now().wrapUp();
        Optional<Caller.Stage> next = caller.goOn();
        if (next.isEmpty()) {
            return new Input.Ended(caller.id, EndCause.CUSTOMER_HUNG_UP);
        }
        agenda.submit(now.plus(wrapUp), new Input.WrapUpDone(agent, Optional.of(caller.id)));
        waits(caller, now);
        return new Input.TransferAsked(
                caller.id, agent, new TransferTarget.ToQueue(next.get().demand().queue()));
    }

    private static void stopTalking(Caller caller, Instant now) {
        if (caller.talking) {
            caller.talking = false;
            caller.talkLeft = caller.talkLeft.minus(Duration.between(caller.talkingSince, now));
        }
    }

    private void connect(OfferId offer, Instant now) {
        Caller caller = present.get(offer.interaction());
        if (caller == null || caller.channel != Channel.CALLBACK) {
            agenda.submit(now, new Input.Connected(offer));
            return;
        }
        boolean reached = Chance.of(caller.now().demand().callback().reached(), chance);
        agenda.submit(
                now.plus(CALLBACK_RING),
                reached
                        ? new Input.Connected(offer)
                        : new Input.ConnectFailed(offer, ConnectFailure.CUSTOMER_UNREACHED));
    }

    private void callbackOffered(InteractionId id, Instant now) {
        Caller caller = present.get(id);
        if (caller == null || !Chance.of(caller.now().demand().callback().taken(), chance)) {
            return;
        }
        Instant chosen = now.plus(CALLBACK_THOUGHT);
        agenda.put(chosen, () -> {
            if (caller.talking || !present.containsKey(id)) {
                return Optional.empty();
            }
            caller.heldOn = true;
            return Optional.of(new Input.CallbackChosen(id, chosen));
        });
    }
}
