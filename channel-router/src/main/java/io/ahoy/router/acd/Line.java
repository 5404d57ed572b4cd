package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Those who wait in one queue, or for one skill: the best rank first, equal ranks by id. */
final class Line {
    private final TreeMap<Place, Contact> waiting = new TreeMap<>();

    record Place(Instant rank, InteractionId id) implements Comparable<Place> {
        static Place of(Contact contact) {
            return new Place(contact.rank, contact.id);
        }

        @Override
        public int compareTo(Place other) {
            int byRank = rank.compareTo(other.rank);
            return byRank != 0 ? byRank : id.compareTo(other.id);
        }
    }

    void enter(Contact contact) {
        waiting.put(Place.of(contact), contact);
    }

    void leave(Contact contact) {
        waiting.remove(Place.of(contact));
    }

    Optional<Contact> head() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.firstEntry().getValue());
    }

    int length() {
        return waiting.size();
    }
}
