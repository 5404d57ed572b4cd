package io.ahoy.config;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings of which it is not known what the operator wants, because what he wrote is wrong or misspelt. A rule between settings
 * would judge the default that stands in for one, and mislead.
 */
final class DoubtedKeys {
    private final Set<String> paths = new HashSet<>();

    /** @param path of a setting, or of a section with all its settings; empty for everything there is */
    void add(String path) {
        paths.add(path);
    }

    /** Whether all of these are as the operator wants them. */
    boolean none(String... keys) {
        return Stream.of(keys).noneMatch(this::contains);
    }

    private boolean contains(String key) {
        return paths.stream().anyMatch(path -> path.isEmpty() || path.equals(key) || key.startsWith(path + "."));
    }
}
