package io.ahoy.router.sim;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import java.time.Duration;
import java.time.Instant;

/** A customer with what he will do, drawn when he comes, so that other agents or rules do not make him another man. */
final class Caller {
    final InteractionId id;
    final Scenario.Demand demand;
    final Duration wrapUp;
    Channel channel;
    Duration talkLeft;
    Instant talkingSince = Instant.EPOCH;
    boolean talking;
    boolean heldOn;
    /** Counts the stretches of his conversation, so that the end of an earlier one is known to be over. */
    int stretch;

    Caller(InteractionId id, Scenario.Demand demand, Duration talk, Duration wrapUp) {
        this.id = id;
        this.demand = demand;
        this.channel = demand.channel();
        this.talkLeft = talk;
        this.wrapUp = wrapUp;
    }
}
