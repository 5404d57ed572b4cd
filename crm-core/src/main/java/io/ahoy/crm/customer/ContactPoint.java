package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a customer or an organisation can be reached, or writes from.
 *
 * @param value E.164 for telephones and fax; addresses with their domain in small letters
 * @param primary the one of its kind to use first
 * @param verifiedAt since when it is known to be theirs
 * @param doNotContact nothing is sent or called there on our own account; whoever writes or calls from there is answered
 */
public record ContactPoint(
        PointKind kind,
        String value,
        String label,
        boolean primary,
        Optional<Instant> verifiedAt,
        boolean doNotContact) {
    /** A telephone, neither verified nor barred. */
    public static ContactPoint phone(String e164, String label, boolean primary) {
        return new ContactPoint(PointKind.PHONE, e164, label, primary, Optional.empty(), false);
    }

    /** The only address that is known of somebody, neither verified nor barred. */
    public static ContactPoint email(String address) {
        return new ContactPoint(PointKind.EMAIL, address, "", true, Optional.empty(), false);
    }

    public boolean hasNumber() {
        return kind == PointKind.PHONE || kind == PointKind.FAX;
    }
}
