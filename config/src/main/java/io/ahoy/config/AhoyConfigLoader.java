package io.ahoy.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code ahoy.yaml} and the environment: strictly, and reporting all problems at once. */
public final class AhoyConfigLoader {
    private AhoyConfigLoader() {}

    /**
     * The settings of file and environment over the defaults.
     *
     * @param file must exist if given; relative paths inside it are relative to its folder
     */
    public static AhoyConfig load(Optional<Path> file, Map<String, String> environment) throws ConfigProblems {
        List<String> problems = new ArrayList<>();
        DoubtedKeys doubted = new DoubtedKeys();
        Map<String, GivenValue> given = new HashMap<>();
        file.ifPresent(path -> given.putAll(new YamlSettings(path, problems, doubted).read()));
        given.putAll(EnvironmentSettings.read(environment, problems, doubted));
        SettingReader reader = new SettingReader(AhoyConfig.home(environment));
        AhoyConfig config = new SettingBinder(given, reader, problems, doubted).bind(defaults(environment, given));
        problems.addAll(ConfigRules.broken(config, doubted));
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
        return config;
    }

    /** A site's own database never gets accounts with known passwords unless that is asked for. */
    private static AhoyConfig defaults(Map<String, String> environment, Map<String, GivenValue> given) {
        AhoyConfig defaults = AhoyConfig.defaults(environment);
        return given.containsKey("database.url") ? defaults.withoutDemo() : defaults;
    }
}
