package io.ahoy.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings among the environment variables: every one that begins with {@code AHOY_}. */
final class EnvironmentSettings {
    private static final String PREFIX = "AHOY_";

    /** Read by the launcher {@code ./ahoy} before Java runs, and left in the environment. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("AHOY_HOME", "AHOY_CONFIG", "AHOY_CACHE", "AHOY_JAVA", "AHOY_JAVA_OPTS");

    private EnvironmentSettings() {}

    static Map<String, GivenValue> read(Map<String, String> environment, List<String> problems, DoubtedKeys doubted) {
        Map<String, String> pathOf =
                SettingKey.ALL.stream().collect(Collectors.toMap(SettingKey::variable, SettingKey::path));
        Map<String, GivenValue> given = new HashMap<>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (!variable.startsWith(PREFIX) || OF_THE_LAUNCHER.contains(variable)) {
                return;
            }
            String path = pathOf.get(variable);
            if (path == null) {
                Nearest.among(variable, pathOf.keySet()).map(pathOf::get).ifPresent(doubted::add);
                problems.add(variable + ": unknown variable"
                        + Nearest.hint(variable, pathOf.keySet())
                                .orElse("; Ahoy's variables are listed in config/ahoy.yaml"));
                return;
            }
            given.put(path, new GivenValue(value, variable, Path.of("")));
        });
        return given;
    }
}
