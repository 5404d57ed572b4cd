package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The agents: come and go by their shifts, and answer what rings. */
final class Staff implements Simulation.Listener {
    private static final BreakReason ARRIVING = new BreakReason("arriving");
    private static final Duration SLIP = Duration.ofSeconds(2);

    private final Agenda agenda;
    private final Scenario scenario;
    private final Instant end;
    private final RandomGenerator chance;
    private final Map<AgentId, Agent> agents = new HashMap<>();

    /** One agent, and whether he is meant to be ready. */
    private static final class Agent {
        final AgentId id;
        final Scenario.Crew crew;
        boolean onDuty;
        boolean onBreak;
        boolean comingBack;

        Agent(AgentId id, Scenario.Crew crew) {
            this.id = id;
            this.crew = crew;
        }
    }

    Staff(Agenda agenda, Scenario scenario, Instant end, SplittableRandom chance) {
        this.agenda = agenda;
        this.scenario = scenario;
        this.end = end;
        this.chance = chance;
        int number = 0;
        for (Scenario.Crew crew : scenario.crews()) {
            for (int i = 0; i < crew.count(); i++) {
                Agent agent = new Agent(Scenario.agent(++number), crew);
                agents.put(agent.id, agent);
                if (crew.shifts().isEmpty()) {
                    begin(agent, scenario.begin());
                }
                for (Scenario.Shift shift : crew.shifts()) {
                    // One who begins the evening before is there at midnight.
                    plan(agent, i, shift, scenario.start().minusDays(1));
                }
            }
        }
    }

    Map<AgentId, String> crews() {
        Map<AgentId, String> crews = new HashMap<>();
        agents.values().forEach(agent -> crews.put(agent.id, agent.crew.name()));
        return crews;
    }

    /** A shift of this day, and after it that of the next. */
    private void plan(Agent agent, int number, Scenario.Shift shift, LocalDate day) {
        Instant from = day.atTime(shift.from()).atZone(scenario.zone()).toInstant();
        if (!from.isBefore(end)) {
            return;
        }
        agenda.call(later(from, scenario.begin()), () -> plan(agent, number, shift, day.plusDays(1)));
        Duty.on(day, shift, number, scenario.zone())
                .filter(duty -> !scenario.isHoliday(day) && duty.to().isAfter(scenario.begin()))
                .ifPresent(duty -> serve(agent, duty));
    }

    private void serve(Agent agent, Duty duty) {
        begin(agent, later(duty.from(), scenario.begin()));
        for (Duty.Pause pause : duty.pauses()) {
            if (!pause.at().isBefore(scenario.begin())) {
                pause(agent, pause);
            }
        }
        agenda.put(duty.to(), () -> {
            agent.onDuty = false;
            return Optional.of(new Input.SeatSignedOut(agent.id));
        });
    }

    private void begin(Agent agent, Instant at) {
        agenda.put(at, () -> {
            agent.onDuty = true;
            agent.onBreak = false;
            return Optional.of(new Input.SeatSignedIn(agent.id, agent.crew.abilities(), ARRIVING));
        });
        agenda.submit(at, new Input.SeatResumed(agent.id));
    }

    private void pause(Agent agent, Duty.Pause pause) {
        agenda.put(pause.at(), () -> {
            agent.onBreak = true;
            return onDuty(agent, new Input.SeatPaused(agent.id, pause.reason()));
        });
        agenda.put(pause.until(), () -> {
            agent.onBreak = false;
            return onDuty(agent, new Input.SeatResumed(agent.id));
        });
    }

    private static Optional<Input> onDuty(Agent agent, Input input) {
        return agent.onDuty ? Optional.of(input) : Optional.empty();
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.Offer offer && offer.reason().chosen() != Output.Reason.Chosen.TAKEN) {
                rings(offer, now);
            } else if (output instanceof Output.SeatChanged(SeatView seat)) {
                comeBack(seat, now);
            }
        }
    }

    private void rings(Output.Offer offer, Instant now) {
        Scenario.Faults faults = scenario.faults();
        Instant answered = now.plus(scenario.habits().answer().draw(chance));
        Input accept = new Input.OfferAccepted(offer.id());
        if (Chance.of(faults.miss(), chance)) {
            return;
        }
        if (Chance.of(faults.vanish(), chance)) {
            agenda.submit(answered, new Input.OfferFailed(offer.id(), OfferFailure.BROWSER_GONE));
        } else if (Chance.of(faults.decline(), chance)) {
            agenda.submit(answered, new Input.OfferDeclined(offer.id()));
        } else if (Chance.of(faults.lateAccept(), chance)) {
            agenda.submit(offer.deadline().plus(Chance.upTo(SLIP, chance)), accept);
        } else {
            agenda.submit(answered, accept);
            if (Chance.of(faults.duplicateAccept(), chance)) {
                agenda.submit(answered.plus(Chance.upTo(SLIP, chance)), accept);
            }
        }
    }

    /** From a break that the router put him on. */
    private void comeBack(SeatView seat, Instant now) {
        boolean away = seat.state() == SeatState.ON_BREAK
                && seat.reason().map(BreakReason::isSetBySystem).orElse(false);
        Agent agent = agents.get(seat.agent());
        if (!away || agent == null || agent.comingBack) {
            return;
        }
        agent.comingBack = true;
        agenda.put(now.plus(scenario.habits().absence().draw(chance)), () -> {
            agent.comingBack = false;
            return agent.onBreak ? Optional.empty() : onDuty(agent, new Input.SeatResumed(agent.id));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
