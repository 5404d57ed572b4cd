package io.ahoy.router.acd;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first of every need, by the need's number: what a seat that has become free compares. Numbers beside each other instead of
 * objects here and there, because a seat meets dozens of needs.
 */
final class Heads {
    private @Nullable Contact[] firsts = new @Nullable Contact[64];
    private long[] ranks = new long[64];
    private int[] tiers = new int[64];
    /** Bit of the channel; 0 where nobody waits. */
    private int[] channels = new int[64];

    void set(Need need, @Nullable Contact first) {
        int at = need.number;
        if (at >= ranks.length) {
            int more = Math.max(at + 1, 2 * ranks.length);
            firsts = Arrays.copyOf(firsts, more);
            ranks = Arrays.copyOf(ranks, more);
            tiers = Arrays.copyOf(tiers, more);
            channels = Arrays.copyOf(channels, more);
        }
        firsts[at] = first;
        channels[at] = first == null ? 0 : Seat.bit(need.channel);
        if (first != null) {
            ranks[at] = first.rank;
            tiers[at] = first.tier;
        }
    }

    /** Whether anybody waits who is on one of these channels. */
    private boolean isWaiting(int need, int onChannels) {
        return need < channels.length && (channels[need] & onChannels) != 0;
    }

    /** The best-ranked of these needs. */
    Optional<Contact> best(int[] needs, int count, int onChannels) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (isWaiting(needs[i], onChannels) && (best < 0 || goesBefore(needs[i], best))) {
                best = needs[i];
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(first(best));
    }

    private boolean goesBefore(int one, int other) {
        if (tiers[one] != tiers[other]) {
            return tiers[one] > tiers[other];
        }
        return ranks[one] != ranks[other]
                ? ranks[one] < ranks[other]
                : first(one).compareTo(first(other)) < 0;
    }

    private Contact first(int need) {
        Contact first = firsts[need];
        if (first == null) {
            throw new Check.Failed("nobody waits for need " + need);
        }
        return first;
    }
}
