package io.ahoy.crm.team;

import java.util.SortedSet;

/**
 * What a channel costs a seat, where that is not what the router does by itself.
 *
 * @param units of one interaction, out of {@link #SEAT_UNITS}
 * @param interruptedBy channels whose interactions may be given to an agent who is on this one
 * @param limit how many of them an agent takes at once
 */
public record ChannelRule(Channel id, int units, SortedSet<Channel> interruptedBy, int limit) implements Configured {
    public static final int SEAT_UNITS = 100;

    public ChannelRule {
        interruptedBy = Sorted.set(interruptedBy);
    }

    @Override
    public Kind kind() {
        return Kind.CHANNELS;
    }

    @Override
    public String key() {
        return id.name();
    }
}
