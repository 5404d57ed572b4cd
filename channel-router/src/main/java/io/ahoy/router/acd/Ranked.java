package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.List;

/**
 * Contacts in the order of their places. A list of short sorted lists: entering, leaving and counting those ahead take microseconds
 * with a million waiting.
 */
final class Ranked {
    private static final int CHUNK_MAX = 128;

    private final List<List<Contact>> chunks = new ArrayList<>(1);
    private int size;

    void enter(Contact contact) {
        size++;
        if (chunks.isEmpty()) {
            List<Contact> first = new ArrayList<>(4);
            first.add(contact);
            chunks.add(first);
            return;
        }
        int at = Math.min(chunkOf(contact), chunks.size() - 1);
        List<Contact> chunk = chunks.get(at);
        chunk.add(-find(chunk, contact) - 1, contact);
        if (chunk.size() > CHUNK_MAX) {
            List<Contact> upper = chunk.subList(CHUNK_MAX / 2, chunk.size());
            chunks.add(at + 1, new ArrayList<>(upper));
            upper.clear();
        }
    }

    void leave(Contact contact) {
        int at = chunkOf(contact);
        Check.that(at < chunks.size(), "%s does not wait here", contact.id);
        List<Contact> chunk = chunks.get(at);
        int place = find(chunk, contact);
        Check.that(place >= 0, "%s does not wait here", contact.id);
        chunk.remove(place);
        size--;
        if (chunk.isEmpty()) {
            chunks.remove(at);
        }
    }

    Contact head() {
        return chunks.getFirst().getFirst();
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** How many are ahead of him, whether he waits here or not. */
    int ahead(Contact contact) {
        int ahead = 0;
        int at = chunkOf(contact);
        for (int i = 0; i < at; i++) {
            ahead += chunks.get(i).size();
        }
        if (at < chunks.size()) {
            int place = find(chunks.get(at), contact);
            ahead += place >= 0 ? place : -place - 1;
        }
        return ahead;
    }

    List<Contact> all() {
        List<Contact> all = new ArrayList<>(size);
        chunks.forEach(all::addAll);
        return all;
    }

    /** The first whose last is not before him; the number of chunks if there is none. */
    private int chunkOf(Contact contact) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).getLast().compareTo(contact) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int find(List<Contact> chunk, Contact contact) {
        int low = 0;
        int high = chunk.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = chunk.get(middle).compareTo(contact);
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
