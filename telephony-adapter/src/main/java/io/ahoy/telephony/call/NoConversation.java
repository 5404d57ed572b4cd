package io.ahoy.telephony.call;

/** There is no conversation (any more) with which this could be done. */
public final class NoConversation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoConversation(String why) {
        super(why);
    }
}
