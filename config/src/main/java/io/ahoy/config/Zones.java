package io.ahoy.config;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by their names in the IANA database. */
final class Zones {
    private Zones() {}

    static ZoneId read(String text) throws WrongValue {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new WrongValue("is \"" + text + "\", which is no time zone"
                    + Nearest.hint(text, ZoneId.getAvailableZoneIds()).orElse("; write it as in \"Europe/Berlin\""));
        }
    }
}
