package io.ahoy.telephony.pbx;

/** Asterisk cannot be had or started. The message says why and what to do, in words for the operator. */
public final class PbxUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PbxUnusable(String message) {
        super(message);
    }

    PbxUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
