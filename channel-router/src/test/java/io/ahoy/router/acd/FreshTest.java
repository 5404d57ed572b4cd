package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreshTest {
    private final Fresh<Seat> fresh = new Fresh<>();
    private final Seat ann = seat(1);
    private final Seat bo = seat(2);
    private final Seat cy = seat(3);

    @Test
    void keepsTheOrderInWhichTheyCame() {
        fresh.add(bo);
        fresh.add(ann);
        fresh.add(bo);
        assertThat(fresh.all()).containsExactly(bo, ann);
    }

    @Test
    void whoGoesAndComesBackIsTheLast() {
        fresh.add(ann);
        fresh.add(bo);
        fresh.remove(ann);
        fresh.remove(cy);
        fresh.add(ann);
        assertThat(fresh.all()).containsExactly(bo, ann);
        assertThat(fresh.size()).isEqualTo(2);
    }

    @Test
    void theOnlyOneMayStandBehindAHole() {
        fresh.add(ann);
        fresh.add(bo);
        fresh.remove(ann);
        assertThat(fresh.takeOnly()).isSameAs(bo);
        assertThat(fresh.isEmpty()).isTrue();
    }

    @Test
    void whoWasThereWhenAllWentCanComeAgain() {
        fresh.add(ann);
        fresh.add(bo);
        fresh.clear();
        fresh.add(bo);
        assertThat(fresh.all()).containsExactly(bo);
    }

    private static Seat seat(int number) {
        return new Seat(
                new AgentId(new UUID(2, number)), Abilities.expertIn(Collections.emptySortedSet()), Names.START);
    }
}
