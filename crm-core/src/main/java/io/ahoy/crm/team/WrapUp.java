package io.ahoy.crm.team;

import java.time.Duration;

/**
 * After-contact work.
 *
 * @param limit zero means that there is none
 * @param extension what one extension adds
 * @param extensionsMax how many an agent may take for one contact
 */
public record WrapUp(Duration limit, Duration extension, int extensionsMax) {
    public static final int EXTENSIONS_MAX = 10;
}
