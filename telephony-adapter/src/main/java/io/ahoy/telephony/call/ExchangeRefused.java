package io.ahoy.telephony.call;

/** Asterisk answered an action with an error: it was not carried out. */
final class ExchangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExchangeRefused(String why) {
        super(why);
    }
}
