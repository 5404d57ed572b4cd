package io.ahoy.router.acd;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a channel costs a seat, which has {@link #SEAT_UNITS}.
 *
 * @param units of one interaction
 * @param interruptedBy an interaction of these channels may be given to an agent who is on this one; it is set aside meanwhile and
 *     comes back to him
 * @param limit how many of them an agent takes at once, interrupted ones included
 */
public record ChannelRule(int units, SortedSet<Channel> interruptedBy, int limit) {
    public static final int SEAT_UNITS = 100;

    /** A call takes the whole agent, a chat a third of him; what is written may be interrupted by who waits in person. */
    public static final SortedMap<Channel, ChannelRule> DEFAULTS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    Channel.VOICE, whole(),
                    Channel.CALLBACK, whole(),
                    Channel.CHAT, new ChannelRule(33, Collections.emptySortedSet(), 3),
                    Channel.EMAIL, interruptible(),
                    Channel.FAX, interruptible())));

    public ChannelRule {
        interruptedBy = Collections.unmodifiableSortedSet(new TreeSet<>(interruptedBy));
        Check.that(units >= 1 && units <= SEAT_UNITS, "%s units of a seat that has %s", units, SEAT_UNITS);
        Check.that(limit >= 1, "a limit of %s", limit);
    }

    private static ChannelRule whole() {
        return new ChannelRule(SEAT_UNITS, Collections.emptySortedSet(), 1);
    }

    private static ChannelRule interruptible() {
        return new ChannelRule(SEAT_UNITS, new TreeSet<>(List.of(Channel.VOICE, Channel.CALLBACK, Channel.CHAT)), 1);
    }

    /** One rule for each channel: these, and the defaults for the rest. */
    static Map<Channel, ChannelRule> complete(SortedMap<Channel, ChannelRule> some) {
        Map<Channel, ChannelRule> all = new EnumMap<>(DEFAULTS);
        all.putAll(some);
        return all;
    }
}
