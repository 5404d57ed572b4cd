package io.ahoy.telephony.ami;

import java.time.Duration;

/**
 * Where Asterisk's manager interface is and how patient to be with it.
 *
 * @param silenceLimit a link on which nothing at all arrives for so long counts as dead; a third of it is the pause between pings
 * @param answerLimit an action without an answer for so long makes the link suspect
 * @param retryMin pause before the first attempt to connect again; doubled up to {@code retryMax}
 */
public record AmiSettings(
        String host,
        int port,
        String user,
        String secret,
        Duration connectLimit,
        Duration silenceLimit,
        Duration answerLimit,
        Duration retryMin,
        Duration retryMax) {

    public static AmiSettings of(String host, int port, String user, String secret) {
        return new AmiSettings(
                host,
                port,
                user,
                secret,
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                Duration.ofSeconds(2));
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
