package io.ahoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the file, its reader gets problems in lines, not a stack trace, a full memory or foreign code. */
class HostileYamlTest {
    @TempDir
    Path folder;

    static Stream<String> hostile() {
        return Stream.of(
                "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nweb: *c",
                "web: &w\n  host: *w",
                "&r web: *r",
                "[".repeat(100_000),
                "web: " + "{web: ".repeat(10_000),
                "- ".repeat(50_000),
                "web: {? [a, b] : c}",
                "web: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader []]",
                "web:\n  port: 1\n---\nweb:\n  port: 2",
                "web:\n  host: \u0000",
                "web:\n  host: \"\\u0000\\r\\nAction: Command\"",
                "web:\n  host: " + "x".repeat(900_000),
                "k".repeat(900_000) + ": 1",
                "web:\n  \"po\\nrt\": 1",
                "%YAML 9.9\n---\nweb:",
                "*unknown",
                "\uFEFF\uFEFFweb: 1");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedInLines(String yaml) throws Exception {
        refused(Files.writeString(folder.resolve("ahoy.yaml"), yaml));
    }

    @Test
    void randomBytesAreRefusedOrRead() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            byte[] bytes = new byte[200];
            new Random(seed).nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (32 + (bytes[i] & 0x5f));
            }
            Path file = Files.writeString(
                    folder.resolve("ahoy.yaml"), "web:" + new String(bytes, StandardCharsets.US_ASCII));
            refused(file);
        }
    }

    private static void refused(Path file) {
        ConfigProblems problems =
                catchThrowableOfType(ConfigProblems.class, () -> AhoyConfigLoader.load(Optional.of(file), Map.of()));
        assertThat(problems).isNotNull();
        assertThat(problems.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith(file.toString())
                        .hasSizeLessThan(file.toString().length() + 1_500)
                        .matches("\\P{Cntrl}*"));
    }
}
