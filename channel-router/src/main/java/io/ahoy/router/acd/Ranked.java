package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contacts, or lines by their heads, in order. A list of short sorted lists: entering, leaving and counting those ahead take
 * microseconds with a million waiting. Nearly everybody enters at the end and leaves at the front, where nobody else is looked at.
 */
final class Ranked<T extends Comparable<T>> implements Iterable<T> {
    private static final int CHUNK_MAX = 128;

    /** At least one, and none but the only one is empty. */
    private final List<List<T>> chunks = new ArrayList<>(1);

    private int size;

    // ---- the ends, at hand

    private List<T> front = new ArrayList<>(4);
    private List<T> back = front;
    private @Nullable T first;
    private @Nullable T last;

    Ranked() {
        chunks.add(front);
    }

    void enter(T one) {
        size++;
        if (last == null || last.compareTo(one) < 0) {
            first = last == null ? one : first;
            last = one;
            back.add(one);
            perhapsSplit(back, chunks.size() - 1);
            return;
        }
        int at = chunkOf(one);
        List<T> chunk = chunks.get(at);
        chunk.add(-find(chunk, one) - 1, one);
        first = front.getFirst();
        perhapsSplit(chunk, at);
    }

    /** Before anything changes by which it is ranked. */
    void leave(T one) {
        int at = one == first ? 0 : chunkOf(one);
        Check.that(at < chunks.size(), "%s does not wait here", one);
        List<T> chunk = one == first ? front : chunks.get(at);
        int place = one == first ? 0 : find(chunk, one);
        Check.that(place >= 0, "%s does not wait here", one);
        chunk.remove(place);
        size--;
        if (chunk.isEmpty() && size > 0) {
            chunks.remove(at);
            lookAtEnds();
        }
        if (one == first) {
            first = size == 0 ? null : front.getFirst();
        }
        if (one == last) {
            last = size == 0 ? null : back.getLast();
        }
    }

    T head() {
        if (first == null) {
            throw new Check.Failed("nobody waits here");
        }
        return first;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** How many are ahead of it, whether it waits here or not. */
    int ahead(T one) {
        if (last == null || last.compareTo(one) < 0) {
            return size;
        }
        int ahead = 0;
        int at = chunkOf(one);
        for (int i = 0; i < at; i++) {
            ahead += chunks.get(i).size();
        }
        int place = find(chunks.get(at), one);
        return ahead + (place >= 0 ? place : -place - 1);
    }

    List<T> all() {
        List<T> all = new ArrayList<>(size);
        chunks.forEach(all::addAll);
        return all;
    }

    @Override
    public Iterator<T> iterator() {
        return chunks.size() == 1
                ? front.iterator()
                : chunks.stream().flatMap(List::stream).iterator();
    }

    private void perhapsSplit(List<T> chunk, int at) {
        if (chunk.size() > CHUNK_MAX) {
            List<T> upper = chunk.subList(CHUNK_MAX / 2, chunk.size());
            chunks.add(at + 1, new ArrayList<>(upper));
            upper.clear();
            lookAtEnds();
        }
    }

    private void lookAtEnds() {
        front = chunks.getFirst();
        back = chunks.getLast();
    }

    /** The first whose last is not before it; the number of chunks if there is none. */
    private int chunkOf(T one) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).getLast().compareTo(one) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int find(List<T> chunk, T one) {
        int low = 0;
        int high = chunk.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = chunk.get(middle).compareTo(one);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
