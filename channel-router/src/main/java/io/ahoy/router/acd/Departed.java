package io.ahoy.router.acd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The last closed interactions. An arrival may be reported twice, the second time after the customer has gone again. */
final class Departed {
    static final int REMEMBERED_MAX = 1_000;

    private final Deque<InteractionId> inOrder = new ArrayDeque<>();
    private final SortedSet<InteractionId> known = new TreeSet<>();

    void add(InteractionId id) {
        inOrder.addLast(id);
        known.add(id);
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
