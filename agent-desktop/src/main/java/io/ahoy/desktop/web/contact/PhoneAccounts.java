package io.ahoy.desktop.web.contact;

import java.util.Optional;

/** Where browsers register their phones. The address depends on the name by which the browser reached us. */
public final class PhoneAccounts {
    private final Optional<String> websocketUrl;
    private final int websocketPort;

    /**
     * @param websocketUrl the configured address; absent: the provisioned Asterisk beside us
     * @param websocketPort of the provisioned one
     */
    public PhoneAccounts(Optional<String> websocketUrl, int websocketPort) {
        this.websocketUrl = websocketUrl;
        this.websocketPort = websocketPort;
    }

    /** What a browser's phone needs; the secret is the asker's own, or the public one of guests. */
    public record Phone(String websocketUrl, String user, String secret, String domain) {}

    public Phone phone(String user, String secret, String host) {
        String url = websocketUrl.orElseGet(() -> "ws://" + host + ":" + websocketPort + "/ws");
        return new Phone(url, user, secret, host);
    }
}
