package io.ahoy.router.sim;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Everybody who comes: waits as long as his patience, talks, hangs up. */
final class Customers implements Simulation.Listener {
    private static final Duration LATE_MAX = Duration.ofSeconds(8);
    private static final Duration CALLBACK_THOUGHT = Duration.ofSeconds(6);
    private static final Duration CALLBACK_RING = Duration.ofSeconds(9);

    private final Agenda agenda;
    private final Scenario scenario;
    private final Instant end;
    private final RandomGenerator chance;
    private final Map<InteractionId, Caller> present = new HashMap<>();
    private long arrived;

    Customers(Agenda agenda, Scenario scenario, Instant end, SplittableRandom chance) {
        this.agenda = agenda;
        this.scenario = scenario;
        this.end = end;
        for (Scenario.Demand demand : scenario.queues()) {
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
        Caller caller = new Caller(
                id, demand, demand.talk().draw(people), demand.wrapUp().draw(people));
        present.put(id, caller);
        demand.patience().ifPresent(patience -> {
            Duration wait = patience.draw(people);
            agenda.put(at.plus(wait), () -> patienceOver(caller, at.plus(wait)));
        });
        return new Input.Arrived(id, demand.channel(), demand.queue(), at);
    }

    private Optional<Input> patienceOver(Caller caller, Instant now) {
        if (caller.talking || caller.heldOn || !present.containsKey(caller.id)) {
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
            case ACTIVE -> talk(caller, now);
            case INTERRUPTED, WAITING, SCHEDULED, OFFERED, CONNECTING -> stopTalking(caller, now);
            case WRAP_UP -> {
                stopTalking(caller, now);
                view.agent()
                        .ifPresent(agent -> agenda.submit(
                                now.plus(caller.wrapUp), new Input.WrapUpDone(agent, Optional.of(caller.id))));
            }
            case CLOSED -> present.remove(caller.id);
        }
    }

    private void talk(Caller caller, Instant now) {
        if (caller.talking) {
            return;
        }
        caller.talking = true;
        caller.talkingSince = now;
        int stretch = ++caller.stretch;
        agenda.put(
                now.plus(caller.talkLeft),
                () -> caller.stretch == stretch && caller.talking
                        ? Optional.of(new Input.Ended(caller.id, EndCause.CUSTOMER_HUNG_UP))
                        : Optional.empty());
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
        boolean reached = Chance.of(caller.demand.callback().reached(), chance);
        agenda.submit(
                now.plus(CALLBACK_RING),
                reached
                        ? new Input.Connected(offer)
                        : new Input.ConnectFailed(offer, ConnectFailure.CUSTOMER_UNREACHED));
    }

    private void callbackOffered(InteractionId id, Instant now) {
        Caller caller = present.get(id);
        if (caller == null || !Chance.of(caller.demand.callback().taken(), chance)) {
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
