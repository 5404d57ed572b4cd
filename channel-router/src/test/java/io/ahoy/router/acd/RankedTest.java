package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RankedTest {
    /** Several chunks, when all of them wait. */
    private static final int IDS = 600;

    private final Ranked<InteractionId> ranked = new Ranked<>();

    @Test
    void keepsTheOrderThatASortedSetWouldKeep() {
        SplittableRandom random = new SplittableRandom(11);
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < IDS; i++) {
            ids.add(Names.interaction(i));
        }
        TreeSet<InteractionId> set = new TreeSet<>();
        for (int i = 0; i < 60_000; i++) {
            InteractionId one = ids.get(random.nextInt(IDS));
            // Filled, emptied to the last one, and filled again.
            boolean enters = random.nextInt(100) < (i / 10_000 % 2 == 0 ? 80 : 10);
            if (enters && set.add(one)) {
                ranked.enter(one);
            } else if (!enters && !set.isEmpty()) {
                // Often the head, as in a line.
                InteractionId goes = random.nextBoolean() || !set.contains(one) ? set.first() : one;
                set.remove(goes);
                ranked.leave(goes);
            }
            assertThat(ranked.size()).isEqualTo(set.size());
            assertThat(ranked.ahead(one)).isEqualTo(set.headSet(one).size());
            if (!set.isEmpty()) {
                assertThat(ranked.head()).isEqualTo(set.first());
            }
            if (i % 500 == 0) {
                assertThat(ranked.all()).containsExactlyElementsOf(set);
                assertThat(ranked).containsExactlyElementsOf(set);
            }
        }
    }

    @Test
    void servesInTheOrderOfArrival() {
        for (int i = 0; i < IDS; i++) {
            ranked.enter(Names.interaction(i));
        }
        for (int i = 0; i < IDS; i++) {
            assertThat(ranked.head()).isEqualTo(Names.interaction(i));
            ranked.leave(ranked.head());
        }
        assertThat(ranked.isEmpty()).isTrue();
    }
}
