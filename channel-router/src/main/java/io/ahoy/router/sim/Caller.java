package io.ahoy.router.sim;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A customer with what he will do, drawn when he comes, so that other agents or rules do not make him another man. */
final class Caller {
    final InteractionId id;
    private final List<Stage> stages;
    /** Conversations from which he has been transferred. */
    int stage;

    Channel channel;
    Duration talkLeft;
    Instant talkingSince = Instant.EPOCH;
    boolean talking;
    boolean heldOn;
    /** Counts the stretches of his conversation, so that the end of an earlier one is known to be over. */
    int stretch;

    /**
     * What he does in one queue.
     *
     * @param patience absent: he waits as long as it takes
     */
    record Stage(Scenario.Demand demand, Duration talk, Duration wrapUp, Optional<Duration> patience) {}

    /** @param stages from transfer to transfer, at least one */
    Caller(InteractionId id, List<Stage> stages) {
        this.id = id;
        this.stages = List.copyOf(stages);
        this.channel = stages.getFirst().demand().channel();
        this.talkLeft = stages.getFirst().talk();
    }

    Stage now() {
        return stages.get(stage);
    }

    /** To the queue into which he is transferred next; absent: his conversation just ends. */
    Optional<Stage> goOn() {
        if (stage + 1 == stages.size()) {
            return Optional.empty();
        }
        stage++;
        talking = false;
        talkLeft = now().talk();
        return Optional.of(now());
    }
}
