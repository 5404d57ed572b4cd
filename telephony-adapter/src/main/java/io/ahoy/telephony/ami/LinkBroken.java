package io.ahoy.telephony.ami;

/** An action could not be sent, or its answer will not come. Whether it was carried out is unknown. */
public final class LinkBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkBroken(String why) {
        super(why);
    }
}
