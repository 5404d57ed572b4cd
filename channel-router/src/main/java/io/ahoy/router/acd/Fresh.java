package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who came into a line, or became idle, since the last matching, in that order. Nearly always one, so that neither a node nor a
 * hash is made for him; and thousands after a change of the configuration, so that each knows his place and can go at once.
 */
final class Fresh<T extends Timed> {
    /** Who went left a hole. */
    private final List<@Nullable T> inOrder = new ArrayList<>();

    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(T one) {
        if (one.freshPlace == Timed.NOWHERE) {
            one.freshPlace = inOrder.size();
            inOrder.add(one);
            size++;
        }
    }

    void remove(T one) {
        if (one.freshPlace == Timed.NOWHERE) {
            return;
        }
        inOrder.set(one.freshPlace, null);
        one.freshPlace = Timed.NOWHERE;
        if (--size == 0) {
            inOrder.clear();
        }
    }

    /** The only one there is; he is no longer among them. */
    T takeOnly() {
        Check.that(size == 1, "%s instead of one", size);
        for (T one : inOrder) {
            if (one != null) {
                remove(one);
                return one;
            }
        }
        throw new Check.Failed("one is counted who is not there");
    }

    List<T> all() {
        List<T> all = new ArrayList<>(size);
        for (T one : inOrder) {
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    void clear() {
        for (T one : inOrder) {
            if (one != null) {
                one.freshPlace = Timed.NOWHERE;
            }
        }
        inOrder.clear();
        size = 0;
    }
}
