package io.ahoy.crm.customer;

/**
 * Where a customer can be reached.
 *
 * @param kind {@code PHONE}
 * @param value E.164 for phones
 * @param primary the one to use first
 */
public record ContactPoint(String kind, String value, String label, boolean primary) {
    public static final String PHONE = "PHONE";
}
