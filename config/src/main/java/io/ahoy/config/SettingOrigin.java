package io.ahoy.config;

/**
 * Where a value came from.
 *
 * @param variable the environment variable that overrides it
 * @param value as written; stars for a secret
 * @param where {@code ahoy.yaml:3}, {@code AHOY_WEB_PORT} or {@code default}
 */
public record SettingOrigin(String key, String variable, String value, String where) {
    static final String DEFAULT = "default";

    /** Whether the operator set it. */
    public boolean isGiven() {
        return !where.equals(DEFAULT);
    }

    public String whereToChange() {
        return key + " or " + variable;
    }

    @Override
    public String toString() {
        return (value.isEmpty() ? key : key + " " + value) + " (" + where + ")";
    }
}
