package io.ahoy.config;

/** A text that is no value for its setting; the message goes on from the key: {@code is "x", but must be …}. */
final class WrongValue extends Exception {
    private static final long serialVersionUID = 1;

    WrongValue(String message) {
        super(message);
    }
}
