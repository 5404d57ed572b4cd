package io.ahoy.router.acd;

/** Assertions that stay on in production: a failed one is a bug of ours, never the world's doing. */
public final class Check {
    private Check() {}

    /**
     * Throws unless it holds.
     *
     * @param format for {@link String#format}, only used on failure
     */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation is Error Prone's, and the core knows nothing but java.*.
    public static void that(boolean holds, String format, Object... arguments) {
        if (!holds) {
            throw new Failed(String.format(format, arguments));
        }
    }

    /** The shell counts these and goes on without the input that led here. */
    public static final class Failed extends IllegalStateException {
        Failed(String message) {
            super(message);
        }
    }
}
