package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ByInteractionTest {
    /** Few ids, so that they meet again, collide and leave holes in every order. */
    private static final int IDS = 400;

    @Test
    void keepsWhatAMapWouldKeep() {
        SplittableRandom random = new SplittableRandom(7);
        ByInteraction<String> table = new ByInteraction<>();
        Map<InteractionId, String> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            InteractionId id = new InteractionId(new UUID(random.nextInt(2), random.nextInt(IDS)));
            if (random.nextInt(100) < (i / 20_000 % 2 == 0 ? 70 : 30)) {
                table.put(id, "value " + i);
                map.put(id, "value " + i);
            } else {
                table.remove(id);
                map.remove(id);
            }
            InteractionId other = new InteractionId(new UUID(random.nextInt(2), random.nextInt(IDS)));
            assertThat(table.get(other)).isEqualTo(map.get(other));
            assertThat(table.contains(id)).isEqualTo(map.containsKey(id));
        }
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(table.all()).containsExactlyInAnyOrderElementsOf(map.values());
    }

    @Test
    void growsWithThoseWhoCome() {
        ByInteraction<Integer> table = new ByInteraction<>();
        for (int i = 0; i < 100_000; i++) {
            table.put(new InteractionId(new UUID(i, i)), i);
        }
        assertThat(table.size()).isEqualTo(100_000);
        for (int i = 0; i < 100_000; i++) {
            assertThat(table.get(new InteractionId(new UUID(i, i)))).isEqualTo(i);
        }
    }
}
