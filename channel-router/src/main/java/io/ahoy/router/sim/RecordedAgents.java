package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.sim.RecordedAnswers.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agents of a recording under other rules: each answers, declines and misses what rings at him in his recorded order and after as
 * long, so that every share stays his own, and comes back from the breaks that the router orders after his recorded absences.
 */
final class RecordedAgents implements Simulation.Listener {
    /** New ones begin at places of the recording that lie far from each other. */
    private static final int STRIDE = 37;

    private final Agenda agenda;
    private final RecordedAnswers recorded;
    private final Map<AgentId, AgentId> models;
    private final Map<AgentId, Agent> agents = new HashMap<>();

    private static final class Agent {
        final Optional<Deck<Answer>> answers;
        final Optional<Deck<Duration>> absences;
        boolean isAway;

        Agent(Optional<Deck<Answer>> answers, Optional<Deck<Duration>> absences) {
            this.answers = answers;
            this.absences = absences;
        }
    }

    /** @param models whom the new agents take after */
    RecordedAgents(Agenda agenda, RecordedAnswers recorded, Map<AgentId, AgentId> models) {
        this.agenda = agenda;
        this.recorded = recorded;
        this.models = Map.copyOf(models);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.Offer offer && RecordedAnswers.rings(offer.reason())) {
                rings(offer.id(), offer.agent(), now);
            } else if (output instanceof Output.OfferEnded ended && RecordedAnswers.isHisOwn(ended, input)) {
                agent(ended.agent()).answers.ifPresent(Deck::isOver);
            } else if (output instanceof Output.SeatChanged(SeatView seat)) {
                sent(seat, RecordedAnswers.isPausedBy(input, seat.agent()), now);
            }
        }
    }

    void rings(OfferId offer, AgentId agent, Instant now) {
        Answer answer = agent(agent)
                .answers
                .map(Deck::next)
                .orElse(new Answer(
                        OfferOutcome.ACCEPTED, Scenario.Habits.DEFAULT.answer().mean()));
        reaction(offer, answer).ifPresent(input -> agenda.submit(now.plus(answer.after()), input));
    }

    /** An answer that would come after the offer's end comes too late, as it would. */
    private static Optional<Input> reaction(OfferId offer, Answer answer) {
        return switch (answer.outcome()) {
            case ACCEPTED -> Optional.of(new Input.OfferAccepted(offer));
            case DECLINED -> Optional.of(new Input.OfferDeclined(offer));
            case DEVICE_UNREACHABLE -> Optional.of(new Input.OfferFailed(offer, OfferFailure.DEVICE_UNREACHABLE));
            case BUSY -> Optional.of(new Input.OfferFailed(offer, OfferFailure.BUSY));
            case BROWSER_GONE -> Optional.of(new Input.OfferFailed(offer, OfferFailure.BROWSER_GONE));
            case NETWORK -> Optional.of(new Input.OfferFailed(offer, OfferFailure.NETWORK));
            case TIMED_OUT, LOST_IN_RESTART, CUSTOMER_LEFT, WITHDRAWN -> Optional.empty();
        };
    }

    /** Breaks that he takes himself end as recorded. */
    private void sent(SeatView seat, boolean byHimself, Instant now) {
        Agent agent = agent(seat.agent());
        boolean isAway = RecordedAnswers.isOrderedAway(seat) && (agent.isAway || !byHimself);
        if (isAway && !agent.isAway) {
            comesBackAfter(seat.agent(), agent, now);
        }
        agent.isAway = isAway;
    }

    private void comesBackAfter(AgentId id, Agent agent, Instant now) {
        Duration absence = agent.absences
                .map(Deck::next)
                .orElse(Scenario.Habits.DEFAULT.absence().mean());
        agent.absences.ifPresent(Deck::isOver);
        agenda.put(now.plus(absence), () -> agent.isAway ? Optional.of(new Input.SeatResumed(id)) : Optional.empty());
    }

    private Agent agent(AgentId id) {
        return agents.computeIfAbsent(id, this::as);
    }

    private Agent as(AgentId id) {
        AgentId model = models.getOrDefault(id, id);
        List<Answer> own = recorded.of(model);
        boolean isNew = own.isEmpty() || !model.equals(id);
        int first = isNew ? agents.size() * STRIDE : 0;
        List<Answer> answers = own.isEmpty() ? recorded.ofEverybody() : own;
        List<Duration> absences = recorded.absences(model);
        return new Agent(
                answers.isEmpty() ? Optional.empty() : Optional.of(new Deck<>(answers, first)),
                absences.isEmpty() ? Optional.empty() : Optional.of(new Deck<>(absences, first)));
    }
}
