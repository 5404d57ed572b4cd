package io.ahoy.router.sim;

import java.util.List;

/** What was seen, to be seen again in the same order; after the last comes the first. Without chance, and every share as it was. */
final class Deck<T> {
    private final List<T> cards;
    private int next;

    /** @param first where it begins, so that two who do alike do not do the same at the same time */
    Deck(List<T> cards, int first) {
        this.cards = List.copyOf(cards);
        this.next = first % cards.size();
    }

    T next() {
        return cards.get(next);
    }

    void isOver() {
        next = (next + 1) % cards.size();
    }
}
