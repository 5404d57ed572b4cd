package io.ahoy.telephony.pbx;

import java.util.regex.Pattern;

/**
 * An agent's extension with its two phones: {@code 1001} on the desk and {@code 1001-web} in the browser.
 *
 * @param extension up to ten digits, dialled by colleagues
 * @param secret password of the desk phone
 * @param webSecret password of the browser's phone
 */
public record Phone(String extension, String secret, String webSecret) {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,10}");
    /** Nothing that means something in a configuration file, and long enough not to be guessed. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    public Phone {
        if (!EXTENSION.matcher(extension).matches()) {
            throw new IllegalArgumentException("an extension is 1 to 10 digits");
        }
        requireSecret(secret);
        requireSecret(webSecret);
    }

    private static void requireSecret(String secret) {
        // The value stays out of the message: messages are logged.
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("a phone's password is 8 to 128 letters, digits, _ and -");
        }
    }

    @Override
    public String toString() {
        return "Phone " + extension;
    }
}
