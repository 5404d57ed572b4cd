package io.ahoy.router.acd;

import java.time.Duration;

/**
 * After-contact work.
 *
 * @param limit zero means that there is none and the seat is free at once
 * @param extension how much one extension adds
 * @param extensionsMax how many an agent may take for one contact
 */
public record WrapUpRule(Duration limit, Duration extension, int extensionsMax) {
    /** More than anybody needs. */
    public static final int EXTENSIONS_MAX = 10;
}
