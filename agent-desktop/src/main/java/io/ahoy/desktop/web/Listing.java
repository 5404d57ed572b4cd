package io.ahoy.desktop.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A page of a list.
 *
 * @param next give it as {@code after} to get the following page; absent on the last one
 */
public record Listing<T>(List<T> items, Optional<String> next) {
    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 200;

    public Listing {
        items = List.copyOf(items);
    }

    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, Optional.empty());
    }

    /**
     * @param page reads up to so many
     * @param key of the last one, by which the next page begins
     */
    public static <T> Listing<T> of(Request request, IntFunction<List<T>> page, Function<T, String> key) {
        int limit = request.queryNumber("limit", LIMIT, LIMIT_MAX);
        // One more than asked for tells whether there is a next page.
        List<T> found = page.apply(limit + 1);
        if (found.size() <= limit) {
            return whole(found);
        }
        List<T> items = found.subList(0, limit);
        return new Listing<>(items, Optional.of(key.apply(items.getLast())));
    }
}
