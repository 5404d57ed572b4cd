package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each agent did when it rang, in his own order, and how long he then stayed on the breaks that the router had ordered. Offers that
 * ended without his doing, because the customer left or somebody took them back, say nothing about him.
 */
final class RecordedAnswers implements Simulation.Listener {
    private final Map<AgentId, List<Answer>> answers = new HashMap<>();
    private final List<Answer> everybodys = new ArrayList<>();
    private final Map<AgentId, List<Duration>> absences = new HashMap<>();
    private final List<Duration> allAbsences = new ArrayList<>();
    private final Map<AgentId, Instant> awaySince = new HashMap<>();

    /** @param after from the first ring */
    record Answer(OfferOutcome outcome, Duration after) {}

    /** Empty if he was never offered anything. */
    List<Answer> of(AgentId agent) {
        return List.copyOf(answers.getOrDefault(agent, List.of()));
    }

    List<Answer> ofEverybody() {
        return List.copyOf(everybodys);
    }

    /** His own, or everybody's if he has none. */
    List<Duration> absences(AgentId agent) {
        return List.copyOf(absences.getOrDefault(agent, allAbsences));
    }

    /** On a break that the router ordered. */
    boolean isAway(AgentId agent) {
        return awaySince.containsKey(agent);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        if (input.orElse(null) instanceof Input.SeatResumed(AgentId agent) && isAway(agent)) {
            Duration absence = Duration.between(awaySince.getOrDefault(agent, now), now);
            absences.computeIfAbsent(agent, of -> new ArrayList<>()).add(absence);
            allAbsences.add(absence);
        }
        for (Output output : said) {
            if (output instanceof Output.OfferEnded ended && isHisOwn(ended, input)) {
                Answer answer = new Answer(ended.outcome(), Duration.between(ended.offeredAt(), ended.endedAt()));
                answers.computeIfAbsent(ended.agent(), of -> new ArrayList<>()).add(answer);
                everybodys.add(answer);
            } else if (output instanceof Output.SeatChanged(SeatView seat)) {
                if (!isOrderedAway(seat)) {
                    awaySince.remove(seat.agent());
                } else if (!isPausedBy(input, seat.agent())) {
                    awaySince.putIfAbsent(seat.agent(), now);
                }
            }
        }
    }

    /** Whether it tells how he answers what rings at him. */
    static boolean isHisOwn(Output.OfferEnded ended, Optional<Input> input) {
        return switch (ended.outcome()) {
            case ACCEPTED -> rings(ended.reason());
            case TIMED_OUT, DEVICE_UNREACHABLE, BUSY, BROWSER_GONE, NETWORK -> true;
            // A break that he takes declines too, and happens again by itself.
            case DECLINED -> input.filter(Input.OfferDeclined.class::isInstance).isPresent();
            case LOST_IN_RESTART, CUSTOMER_LEFT, WITHDRAWN -> false;
        };
    }

    /** What he takes himself never does. */
    static boolean rings(Output.Reason reason) {
        return reason.chosen() != Output.Reason.Chosen.TAKEN;
    }

    /** On such a break, or it follows what he is on. */
    static boolean isOrderedAway(SeatView seat) {
        return seat.state() != SeatState.SIGNED_OUT
                && seat.reason().map(BreakReason::isSetBySystem).orElse(false);
    }

    static boolean isPausedBy(Optional<Input> input, AgentId agent) {
        return input.orElse(null) instanceof Input.SeatPaused paused
                && paused.agent().equals(agent);
    }
}
