package io.ahoy.router.acd;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much fits on a seat. */
final class Capacity {
    private static final Channel[] CHANNELS = Channel.values();

    private SortedMap<Channel, ChannelRule> configured = new TreeMap<>();
    private Map<Channel, ChannelRule> rules = ChannelRule.complete(configured);

    void configure(SortedMap<Channel, ChannelRule> some) {
        configured = some;
        rules = ChannelRule.complete(some);
    }

    SortedMap<Channel, ChannelRule> configured() {
        return configured;
    }

    /** Bits of the channels of which it can take one more this moment. */
    int openFor(Seat seat) {
        if (!seat.isOpen()) {
            return 0;
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
        int units = 0;
        for (Work work : seat.works) {
            units += units(work);
        }
        return units;
    }

    /** Whether this one would have to be set aside for something on that channel. */
    boolean yields(Work work, Channel to) {
        return work.state == WorkState.ON_CONTACT && rule(work.channel).interruptedBy().contains(to);
    }

    /** Whether what was set aside can go on. */
    boolean fitsAgain(Seat seat, Work interrupted) {
        return unitsInUse(seat) + rule(interrupted.channel).units() <= ChannelRule.SEAT_UNITS;
    }

    private boolean hasRoom(Seat seat, Channel channel) {
        ChannelRule rule = rule(channel);
        int limit = seat.abilities.limits().getOrDefault(channel, rule.limit());
        int units = rule.units();
        int alike = 0;
        for (Work work : seat.works) {
            units += yields(work, channel) ? 0 : units(work);
            alike += work.channel == channel ? 1 : 0;
        }
        return alike < limit && units <= ChannelRule.SEAT_UNITS;
    }

    private int units(Work work) {
        return work.state == WorkState.INTERRUPTED ? 0 : rule(work.channel).units();
    }

    private ChannelRule rule(Channel channel) {
        return rules.getOrDefault(channel, ChannelRule.WHOLE);
    }
}
