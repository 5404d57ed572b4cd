package io.ahoy.telephony.call;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a prompt or of a voice box, which becomes part of a path at Asterisk, and so must not lead anywhere else. */
record PlainName(String value) {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    PlainName {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a plain name: " + value);
        }
    }

    /** Empty for what is none. */
    static Optional<PlainName> of(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new PlainName(text)) : Optional.empty();
    }
}
