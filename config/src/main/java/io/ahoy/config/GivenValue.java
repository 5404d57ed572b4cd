package io.ahoy.config;

import java.nio.file.Path;

/**
 * A value as the operator wrote it.
 *
 * @param where {@code ahoy.yaml:3} or {@code AHOY_WEB_PORT}
 * @param folder that a relative path starts from
 */
record GivenValue(String text, String where, Path folder) {}
