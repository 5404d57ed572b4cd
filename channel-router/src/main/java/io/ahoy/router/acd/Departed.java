package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The last closed interactions. An arrival may be reported twice, the second time after the customer has gone again. */
final class Departed {
    static final int REMEMBERED_MAX = 1_000;

    private final LinkedHashSet<InteractionId> inOrder = new LinkedHashSet<>();

    void add(InteractionId id) {
        inOrder.add(id);
        if (inOrder.size() > REMEMBERED_MAX) {
            inOrder.removeFirst();
        }
    }

    boolean contains(InteractionId id) {
        return inOrder.contains(id);
    }

    List<InteractionId> ids() {
        return new ArrayList<>(inOrder);
    }
}
