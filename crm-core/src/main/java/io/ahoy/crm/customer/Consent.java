package io.ahoy.crm.customer;

import java.time.Instant;

/**
 * What he said about being contacted for a purpose.
 *
 * @param purpose as {@code marketing}
 * @param given false: refused, or taken back
 * @param source how he said so, as {@code web form} or {@code on the telephone}
 */
public record Consent(String purpose, PointKind channel, boolean given, Instant at, String source) {
    /** Who refuses this by {@link PointKind#PHONE} is not called back. */
    public static final String CALLBACK = "callback";

    /** Who refuses this by {@link PointKind#EMAIL} is not written to unless he writes first. */
    public static final String CONTACT = "contact";

    boolean forbidsMails() {
        return !given && channel == PointKind.EMAIL && purpose.strip().equalsIgnoreCase(CONTACT);
    }

    boolean forbidsCallbacks() {
        return !given && channel == PointKind.PHONE && purpose.strip().equalsIgnoreCase(CALLBACK);
    }
}
