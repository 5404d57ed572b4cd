package io.ahoy.router.channel.email.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail of the corpus means what the file beside it says. */
class CorpusTest {
    static Stream<Named<Path>> mails() throws Exception {
        return Stream.of("bounces", "quotations", "automatic", "human")
                .flatMap(folder -> in(folder).map(eml -> Named.of(folder + "/" + eml.getFileName(), eml)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void meansWhatIsExpected(Path eml) throws IOException {
        assertThat(Expectation.differences(eml)).as("differences of %s", eml).isEmpty();
    }

    /** A corpus that is not found would pass without a word. */
    @ParameterizedTest
    @CsvSource({"bounces, 60", "quotations, 40", "automatic, 30", "human, 15"})
    void isLarge(String folder, int filesMin) {
        assertThat(in(folder)).hasSizeGreaterThanOrEqualTo(filesMin);
    }

    private static Stream<Path> in(String folder) {
        try {
            Path root = Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/mail/" + folder))
                    .toURI());
            List<Path> files;
            try (Stream<Path> all = Files.list(root)) {
                files = all.filter(file -> file.toString().endsWith(".eml"))
                        .sorted()
                        .toList();
            }
            return files.stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list the corpus folder " + folder, e);
        }
    }
}
