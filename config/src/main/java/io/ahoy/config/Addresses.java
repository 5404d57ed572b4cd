package io.ahoy.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as written in numbers. Names are none, so nothing is ever looked up. */
public final class Addresses {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    /** The colon makes Java read it as an address or refuse it. */
    private static final Pattern IPV6_LIKE = Pattern.compile("[0-9a-fA-F.]{0,4}:[0-9a-fA-F:.]{1,40}");

    private Addresses() {}

    /** Also of what a stranger wrote. */
    public static Optional<InetAddress> read(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6_LIKE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static InetAddress readSetting(String text) throws WrongValue {
        return read(text)
                .orElseThrow(() -> new WrongValue(
                        "holds \"" + text + "\", which is no IP address; write it as in 192.0.2.1 or 2001:db8::1"));
    }
}
