package io.ahoy.router.acd;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first of every need, by the need's number: what a seat that has become free compares. Numbers beside each other instead of
 * objects here and there, because a seat meets dozens of needs.
 */
final class Heads {
    private static final long NOBODY = Long.MAX_VALUE;

    private @Nullable Contact[] firsts = new @Nullable Contact[64];
    /** {@link #NOBODY} where nobody waits. */
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
        ranks[at] = first == null ? NOBODY : first.rank;
        tiers[at] = first == null ? Integer.MIN_VALUE : first.tier;
    }

    /** The best-ranked of these needs. */
    Optional<Contact> best(int[] needs, int count, int onChannels) {
        int best = -1;
        long bestRank = NOBODY;
        int bestTier = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int need = needs[i];
            // Most are worse than one before, or nobody waits: what the processor foresees costs it nothing.
            if (need >= ranks.length || (ranks[need] > bestRank && tiers[need] <= bestTier)) {
                continue;
            }
            boolean waits = (channels[need] & onChannels) != 0;
            if (waits && (best < 0 || goesBefore(need, best))) {
                best = need;
                bestRank = ranks[need];
                bestTier = tiers[need];
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
