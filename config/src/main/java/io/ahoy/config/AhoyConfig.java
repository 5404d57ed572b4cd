package io.ahoy.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Every setting of Ahoy. The key in {@code ahoy.yaml} is the path of components ({@code voice.ami.port}); the environment
 * variable is the same in capitals ({@code AHOY_VOICE_AMI_PORT}) and wins over the file.
 *
 * @param data folder of the embedded database, the provisioned Asterisk and recordings; default
 *     {@code $XDG_DATA_HOME/ahoy} or {@code ~/.local/share/ahoy}
 */
public record AhoyConfig(Path data, Centre centre, Web web, Database database, Voice voice) {

    /**
     * @param name shown to customers and agents
     * @param zone in which a day of the board begins
     * @param homeCountry ISO 3166 code, for reading national numbers as E.164
     * @param demo whether an empty database is filled with the demo team and queues
     */
    public record Centre(String name, ZoneId zone, String homeCountry, boolean demo) {}

    /**
     * @param host address to listen on
     * @param port TCP port; 0 takes a free one
     * @param secureCookies set when Ahoy stands behind TLS
     * @param sessionLimit a session ends after this much time without a request
     */
    public record Web(String host, int port, boolean secureCookies, Duration sessionLimit) {}

    /** @param url a {@code jdbc:mariadb:} address; absent means the embedded MariaDB */
    public record Database(Optional<String> url, String user, String password, int embeddedPort, int poolSize) {}

    /**
     * @param pbx who provides Asterisk
     * @param websocketUrl where browsers register their phones; empty: the provisioned one
     * @param script path of the IVR script; empty: the one shipped
     * @param reattachLimit how long a conversation waits for an agent whose device vanished
     */
    public record Voice(
            Pbx pbx, String websocketUrl, String script, Ami ami, Agi agi, Sip sip, Duration reattachLimit) {

        public enum Pbx {
            /** Ahoy starts its own. */
            PROVISIONED,
            /** The site's, named by {@code voice.ami}. */
            EXTERNAL,
            /** No voice. */
            NONE
        }

        public record Ami(String host, int port, String user, String secret) {}

        /** Where Ahoy listens for FastAGI. */
        public record Agi(String host, int port) {}

        /** Ports of the provisioned Asterisk. */
        public record Sip(String host, int port, int websocketPort, int rtpFirst, int rtpLast) {}
    }
}
