package io.ahoy.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {
    /** Longer input is no slip of the pen, and comparing it would take long. */
    private static final int LENGTH_MAX = 100;

    private Nearest() {}

    /** {@code ; did you mean "web.port"?} */
    public static Optional<String> hint(String given, Collection<String> names) {
        return among(given, names).map(name -> "; did you mean \"" + name + "\"?");
    }

    static Optional<String> among(String given, Collection<String> names) {
        if (given.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String plain = plain(given);
        int distanceMax = Math.min(3, plain.length() / 3);
        return names.stream()
                .filter(name -> distance(plain, plain(name)) <= distanceMax)
                .min(Comparator.<String>comparingInt(name -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Case and the way words are parted (kebab, snake, camel) are what people mix up most. */
    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein distance, with two neighbours swapped counting as one slip (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
