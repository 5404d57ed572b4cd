package io.ahoy.router.sim;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.Check;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.WorkState;
import io.ahoy.router.acd.WorkView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What must hold all the time, at a cost that does not grow with the centre: nobody is lost or closed twice, no seat has more than it
 * can take, everything that could last for ever has a deadline. Now and then the router's whole state is compared with what it said.
 */
final class Conservation implements Simulation.Listener {
    private static final int STEPS_BETWEEN_IMAGES = 50_000;

    private final Acd acd;
    private final Map<Channel, ChannelRule> channels;
    private final Map<InteractionId, InteractionState> present = new HashMap<>();
    private long arrived;
    private long closed;
    private long steps;

    Conservation(Acd acd, Map<Channel, ChannelRule> changed) {
        this.acd = acd;
        this.channels = new EnumMap<>(ChannelRule.DEFAULTS);
        this.channels.putAll(changed);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        if (input.orElse(null) instanceof Input.Arrived) {
            arrived++;
        }
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged(InteractionView view)) {
                changed(view);
            } else if (output instanceof Output.SeatChanged(SeatView seat)) {
                isSound(seat, now);
            } else if (output instanceof Output.Offer offer) {
                Check.that(offer.deadline().isAfter(now), "at %s an offer that is over: %s", now, offer);
            }
        }
        Check.that(
                present.size() + closed == arrived,
                "at %s %s have arrived, %s are closed and %s are here",
                now,
                arrived,
                closed,
                present.size());
        if (++steps % STEPS_BETWEEN_IMAGES == 0) {
            compareWithImage(now);
        }
    }

    private void changed(InteractionView view) {
        if (view.state() == InteractionState.CLOSED) {
            // One who is sent away at the door is closed before he was ever seen.
            present.remove(view.id());
            closed++;
        } else {
            present.put(view.id(), view.state());
        }
    }

    private void isSound(SeatView seat, Instant now) {
        int units = 0;
        for (WorkView work : seat.works()) {
            boolean lasts = work.state() == WorkState.ON_CONTACT || work.state() == WorkState.INTERRUPTED;
            Check.that(lasts != work.deadline().isPresent(), "at %s a wrong deadline: %s", now, work);
            units += yields(seat, work) ? 0 : rule(work.channel()).units();
        }
        Check.that(units <= ChannelRule.SEAT_UNITS, "at %s a seat with %s units: %s", now, units, seat);
    }

    /** Set aside, or about to be. */
    private boolean yields(SeatView seat, WorkView work) {
        if (work.state() == WorkState.INTERRUPTED) {
            return true;
        }
        return work.state() == WorkState.ON_CONTACT
                && seat.works().stream()
                        .filter(other -> other.state() == WorkState.OFFERED)
                        .anyMatch(other -> rule(work.channel()).interruptedBy().contains(other.channel()));
    }

    private ChannelRule rule(Channel channel) {
        return Objects.requireNonNull(channels.get(channel));
    }

    /** By whole states: also at the end of a run. */
    void compareWithImage(Instant now) {
        Map<InteractionId, InteractionState> real = new HashMap<>();
        acd.image().interactions().forEach(view -> real.put(view.id(), view.state()));
        Check.that(real.equals(present), "at %s the router's state is not what it said", now);
    }
}
