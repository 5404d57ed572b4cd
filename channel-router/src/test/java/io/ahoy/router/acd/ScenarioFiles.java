package io.ahoy.router.acd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scenarios in src/test/resources/scenarios. */
final class ScenarioFiles {
    private ScenarioFiles() {}

    static List<Scenario.Text> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().flatMap(ScenarioFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Scenario.Text> read(Path file) {
        try {
            return Scenario.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ScenarioFiles.class.getResource("/scenarios"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
