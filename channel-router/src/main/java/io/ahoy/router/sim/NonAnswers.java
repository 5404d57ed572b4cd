package io.ahoy.router.sim;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many of the offers that agents had to answer themselves they did not. */
final class NonAnswers implements Simulation.Listener {
    private long offers;
    private long unanswered;

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.OfferEnded ended && RecordedAnswers.isHisOwn(ended, input)) {
                offers++;
                unanswered += ended.outcome() == OfferOutcome.ACCEPTED ? 0 : 1;
            }
        }
    }

    /** From 0 to 1. */
    double share() {
        return offers == 0 ? 0 : (double) unanswered / offers;
    }

    @Override
    public String toString() {
        return Table.number(unanswered) + " of " + Table.number(offers);
    }
}
