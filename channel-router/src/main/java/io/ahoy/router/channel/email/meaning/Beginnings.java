package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words that a line may begin with: of many, only those of its own first letter are compared with it. */
final class Beginnings {
    private final Map<Character, List<String>> byLetter;

    private Beginnings(Map<Character, List<String>> byLetter) {
        this.byLetter = byLetter;
    }

    /** None of them empty; those named first are preferred. */
    static Beginnings of(String... words) {
        return new Beginnings(List.of(words).stream().collect(Collectors.groupingBy(each -> each.charAt(0))));
    }

    /** Whether the first two letters from there on are those of one of them: asked of every line, so without taking it apart. */
    boolean mayStand(String line, int at) {
        if (at >= line.length()) {
            return false;
        }
        for (String words : byLetter.getOrDefault(Character.toLowerCase(line.charAt(at)), List.of())) {
            if (line.regionMatches(true, at, words, 0, Math.min(2, words.length()))) {
                return true;
            }
        }
        return false;
    }

    /** The one that a text begins with. */
    Optional<String> in(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (String words : byLetter.getOrDefault(text.charAt(0), List.of())) {
            if (text.startsWith(words)) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }
}
