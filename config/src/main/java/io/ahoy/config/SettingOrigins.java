package io.ahoy.config;

import java.util.Map;
import java.util.Optional;

/** The origin of every setting, by key. */
public record SettingOrigins(Map<String, SettingOrigin> byKey) {

    /** Of a configuration that was not loaded. */
    static final SettingOrigins NONE = new SettingOrigins(Map.of());

    public SettingOrigins {
        byKey = Map.copyOf(byKey);
    }

    /** A configuration put together in code, as tests do, has no origins; its settings count as defaults. */
    public SettingOrigin of(String key) {
        return Optional.ofNullable(byKey.get(key))
                .orElseGet(() -> new SettingOrigin(key, SettingKey.variableOf(key), "", SettingOrigin.DEFAULT));
    }

    @Override
    public String toString() {
        return byKey.size() + " origins";
    }
}
