package io.ahoy.router.acd;

/**
 * Why a seat takes no work. A short stable name from the site's list ({@code lunch}, {@code training}), or one of those that
 * the system sets itself, which start with {@code system.}.
 */
public record BreakReason(String value) {
    /** He let an offer ring out. */
    public static final BreakReason MISSED = new BreakReason("system.missed");
    /** His phone could not be reached. */
    public static final BreakReason DEVICE_UNREACHABLE = new BreakReason("system.device");
    /** His browser went away. */
    public static final BreakReason BROWSER_GONE = new BreakReason("system.browser");

    public boolean isSetBySystem() {
        return value.startsWith("system.");
    }
}
