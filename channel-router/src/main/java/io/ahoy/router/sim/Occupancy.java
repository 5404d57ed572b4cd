package io.ahoy.router.sim;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.WorkState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Slot-seconds busy ÷ slot-seconds available, by crew: a call fills a seat, one of three chats a third of it. Connecting, talking and
 * after-contact work are busy; ringing is not; breaks are not available.
 */
final class Occupancy implements Simulation.Listener {
    private final Map<AgentId, String> crews;
    private final Map<Channel, ChannelRule> channels;
    private final Map<AgentId, Stretch> running = new HashMap<>();
    private final SortedMap<String, Share> shares = new TreeMap<>();

    /** Since when a seat is as it is. */
    private record Stretch(Instant since, boolean available, double busy) {}

    /** Milliseconds. */
    record Share(double busy, double available) {
        static final Share NONE = new Share(0, 0);

        Share plus(Share other) {
            return new Share(busy + other.busy, available + other.available);
        }

        double occupancy() {
            return available == 0 ? 0 : busy / available;
        }
    }

    Occupancy(Map<AgentId, String> crews, Map<Channel, ChannelRule> changed) {
        this.crews = Map.copyOf(crews);
        this.channels = new EnumMap<>(ChannelRule.DEFAULTS);
        this.channels.putAll(changed);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.SeatChanged(SeatView seat)) {
                ended(seat.agent(), now);
                boolean available = seat.state() != SeatState.SIGNED_OUT && seat.state() != SeatState.ON_BREAK;
                running.put(seat.agent(), new Stretch(now, available, busy(seat)));
            }
        }
    }

    SortedMap<String, Share> shares(Instant now) {
        List.copyOf(running.keySet()).forEach(agent -> ended(agent, now));
        return new TreeMap<>(shares);
    }

    private void ended(AgentId agent, Instant now) {
        Stretch stretch = running.remove(agent);
        if (stretch != null && stretch.available()) {
            double length = now.toEpochMilli() - stretch.since().toEpochMilli();
            shares.merge(crews.getOrDefault(agent, "others"), new Share(length * stretch.busy(), length), Share::plus);
            running.put(agent, new Stretch(now, true, stretch.busy()));
        }
    }

    private double busy(SeatView seat) {
        double busy = seat.works().stream()
                .filter(work -> work.state() == WorkState.CONNECTING
                        || work.state() == WorkState.ON_CONTACT
                        || work.state() == WorkState.WRAP_UP)
                .mapToDouble(work -> slot(work.channel()))
                .sum();
        return Math.min(1, busy);
    }

    private double slot(Channel channel) {
        int units = Optional.ofNullable(channels.get(channel))
                .map(ChannelRule::units)
                .orElse(ChannelRule.SEAT_UNITS);
        return 1.0 / (ChannelRule.SEAT_UNITS / units);
    }
}
