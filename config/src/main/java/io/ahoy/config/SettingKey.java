package io.ahoy.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One key an operator can set, found by walking the records of {@link AhoyConfig}.
 *
 * @param path {@code web.sessionLimit}
 */
record SettingKey(String path, RecordComponent component) {

    static final List<SettingKey> ALL = List.copyOf(within("", AhoyConfig.class));

    static List<SettingKey> within(String section, Class<?> type) {
        List<SettingKey> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = join(section, component.getName());
            if (isSection(component.getType())) {
                keys.addAll(within(path, component.getType()));
            } else if (component.getType() != SettingOrigins.class) {
                keys.add(new SettingKey(path, component));
            }
        }
        return keys;
    }

    static boolean isSection(Class<?> type) {
        return type.isRecord() && type != Secret.class && type != SettingOrigins.class;
    }

    static String join(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }

    /** {@code web.sessionLimit} → {@code AHOY_WEB_SESSION_LIMIT}. */
    static String variableOf(String path) {
        return "AHOY_" + path.replaceAll("([A-Z])", "_$1").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    String variable() {
        return variableOf(path);
    }

    boolean isSecret() {
        return component.getGenericType().getTypeName().contains(Secret.class.getName());
    }
}
