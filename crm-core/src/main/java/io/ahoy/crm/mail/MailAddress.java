package io.ahoy.crm.mail;

import java.util.Locale;

/**
 * Somebody who writes or is written to.
 *
 * @param address its domain in small letters
 * @param name as he writes it himself; may be empty
 */
public record MailAddress(String address, String name) {
    public MailAddress {
        address = normal(address);
    }

    public static MailAddress of(String address) {
        return new MailAddress(address, "");
    }

    /** Domains mean the same in any letters (RFC 5321, 2.4); what stands before the @ is the receiving server's own affair. */
    private static String normal(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** In practice no server tells them apart by capitals. */
    public boolean isSameAs(String other) {
        return address.equalsIgnoreCase(other);
    }
}
