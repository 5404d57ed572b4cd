package io.ahoy.router.acd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last closed interactions. An arrival may be reported twice, the second time after the customer has gone again. */
final class Departed {
    static final int REMEMBERED_MAX = 1_000;

    private final Deque<InteractionId> inOrder = new ArrayDeque<>(REMEMBERED_MAX + 1);
    private final ByInteraction<InteractionId> known = new ByInteraction<>();

    void add(InteractionId id) {
        if (known.contains(id)) {
            return;
        }
        known.put(id, id);
        inOrder.addLast(id);
        if (inOrder.size() > REMEMBERED_MAX) {
            known.remove(inOrder.removeFirst());
        }
    }

    boolean contains(InteractionId id) {
        return known.contains(id);
    }

    List<InteractionId> ids() {
        return new ArrayList<>(inOrder);
    }
}
