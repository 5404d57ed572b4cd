package io.ahoy.config;

/** A password or the like. It prints as stars, so that logging a configuration as a whole is harmless. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "****";
    }
}
