package io.ahoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators read {@code config/ahoy.yaml} to learn what can be set; it must be the whole truth. */
class ReferenceFileTest {
    private static final Path REFERENCE = Path.of(System.getProperty("ahoy.top", ".."), "config", "ahoy.yaml");

    /** Without a default, or with one that depends on the machine: the file shows an example. */
    private static final Set<String> EXAMPLES = Set.of(
            "data",
            "centre.zone",
            "web.trustedProxies",
            "web.publicAddress",
            "database.url",
            "database.password",
            "voice.websocketUrl",
            "voice.script",
            "voice.ami.secret",
            "voice.guest.user",
            "voice.guest.secret",
            "mail.mailboxes");

    @TempDir
    Path folder;

    @Test
    void changesNothingAsItIs() throws Exception {
        AhoyConfig config = AhoyConfigLoader.load(Optional.of(REFERENCE), Map.of());
        assertThat(config)
                .usingRecursiveComparison()
                .ignoringFields("origins")
                .isEqualTo(AhoyConfig.defaults(Map.of()));
    }

    @Test
    void listsEveryKeyWithItsDefault() throws Exception {
        String settings = Pattern.compile("^( *)#([a-z])", Pattern.MULTILINE)
                .matcher(Files.readString(REFERENCE))
                .replaceAll("$1$2");
        Path file = Files.writeString(folder.resolve("ahoy.yaml"), settings);
        AhoyConfig all = AhoyConfigLoader.load(Optional.of(file), Map.of());
        AhoyConfig defaults = AhoyConfigLoader.load(Optional.empty(), Map.of());

        Map<String, SettingOrigin> written = all.origins().byKey();
        assertThat(written.keySet())
                .isEqualTo(SettingKey.ALL.stream().map(SettingKey::path).collect(Collectors.toSet()));
        written.forEach((key, origin) -> {
            assertThat(origin.where()).as(key).startsWith(file + ":");
            if (!EXAMPLES.contains(key)) {
                assertThat(origin.value())
                        .as(key)
                        .isEqualTo(defaults.origins().of(key).value());
            }
        });
    }
}
