package io.ahoy.router.acd;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much fits on a seat. */
final class Capacity {
    private static final Channel[] CHANNELS = Channel.values();
    private static final int EVERY_CHANNEL = (1 << CHANNELS.length) - 1;

    private SortedMap<Channel, ChannelRule> configured = new TreeMap<>();
    private final int[] units = new int[CHANNELS.length];
    private final int[] limits = new int[CHANNELS.length];
    /** Of each channel, bits of those that interrupt it. */
    private final int[] interruptedBy = new int[CHANNELS.length];

    Capacity() {
        configure(configured);
    }

    void configure(SortedMap<Channel, ChannelRule> some) {
        configured = some;
        Map<Channel, ChannelRule> rules = ChannelRule.complete(some);
        rules.forEach((channel, rule) -> {
            int at = channel.ordinal();
            units[at] = rule.units();
            limits[at] = rule.limit();
            interruptedBy[at] = 0;
            rule.interruptedBy().forEach(other -> interruptedBy[at] |= Seat.bit(other));
        });
    }

    SortedMap<Channel, ChannelRule> configured() {
        return configured;
    }

    /** Bits of the channels of which it can take one more this moment. */
    int openFor(Seat seat) {
        if (!seat.isOpen()) {
            return 0;
        }
        if (seat.works.isEmpty() && !seat.hasOwnLimits) {
            // One of each channel fits on a seat that is on nothing.
            return EVERY_CHANNEL;
        }
        int open = 0;
        for (Channel channel : CHANNELS) {
            if (hasRoom(seat, channel)) {
                open |= Seat.bit(channel);
            }
        }
        return open;
    }

    int unitsInUse(Seat seat) {
        int used = 0;
        List<Work> works = seat.works;
        for (int i = 0; i < works.size(); i++) {
            used += units(works.get(i));
        }
        return used;
    }

    /** Whether this one would have to be set aside for something on that channel. */
    boolean yields(Work work, Channel to) {
        return work.state == WorkState.ON_CONTACT && (interruptedBy[work.channel.ordinal()] & Seat.bit(to)) != 0;
    }

    /** Whether what was set aside can go on. */
    boolean fitsAgain(Seat seat, Work interrupted) {
        return unitsInUse(seat) + units[interrupted.channel.ordinal()] <= ChannelRule.SEAT_UNITS;
    }

    boolean hasRoom(Seat seat, Channel channel) {
        int used = units[channel.ordinal()];
        int alike = 0;
        List<Work> works = seat.works;
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            used += yields(work, channel) ? 0 : units(work);
            alike += work.channel == channel ? 1 : 0;
        }
        return used <= ChannelRule.SEAT_UNITS && alike < limit(seat, channel);
    }

    private int limit(Seat seat, Channel channel) {
        int usual = limits[channel.ordinal()];
        return seat.hasOwnLimits ? seat.abilities.limits().getOrDefault(channel, usual) : usual;
    }

    private int units(Work work) {
        return work.state == WorkState.INTERRUPTED ? 0 : units[work.channel.ordinal()];
    }
}
