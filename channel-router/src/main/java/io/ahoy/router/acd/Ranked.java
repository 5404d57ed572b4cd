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

    private final List<List<T>> chunks = new ArrayList<>(1);
    private int size;
    private @Nullable T first;
    private @Nullable T last;

    void enter(T one) {
        size++;
        if (last == null) {
            chunks.add(new ArrayList<>(4));
            add(one, 0, 0);
            first = one;
            last = one;
        } else if (last.compareTo(one) < 0) {
            int at = chunks.size() - 1;
            add(one, at, chunks.get(at).size());
            last = one;
        } else {
            int at = chunkOf(one);
            add(one, at, -find(chunks.get(at), one) - 1);
            first = chunks.getFirst().getFirst();
        }
    }

    /** Before anything changes by which it is ranked. */
    void leave(T one) {
        int at = one == first ? 0 : chunkOf(one);
        Check.that(at < chunks.size(), "%s does not wait here", one);
        List<T> chunk = chunks.get(at);
        int place = one == first ? 0 : find(chunk, one);
        Check.that(place >= 0, "%s does not wait here", one);
        chunk.remove(place);
        size--;
        if (chunk.isEmpty()) {
            chunks.remove(at);
        }
        if (one == first) {
            first = chunks.isEmpty() ? null : chunks.getFirst().getFirst();
        }
        if (one == last) {
            last = chunks.isEmpty() ? null : chunks.getLast().getLast();
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
                ? chunks.getFirst().iterator()
                : chunks.stream().flatMap(List::stream).iterator();
    }

    private void add(T one, int at, int place) {
        List<T> chunk = chunks.get(at);
        chunk.add(place, one);
        if (chunk.size() > CHUNK_MAX) {
            List<T> upper = chunk.subList(CHUNK_MAX / 2, chunk.size());
            chunks.add(at + 1, new ArrayList<>(upper));
            upper.clear();
        }
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
