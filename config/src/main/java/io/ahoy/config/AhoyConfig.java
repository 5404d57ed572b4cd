package io.ahoy.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of Ahoy. The key in {@code ahoy.yaml} is the path of components ({@code web.sessionLimit}); the environment
 * variable is the same in capitals, words parted by underscores ({@code AHOY_WEB_SESSION_LIMIT}), and wins over the file.
 * The defaults stand in {@link #defaults}, the explanations for operators in {@code config/ahoy.yaml}.
 *
 * @param data folder of the embedded database, the provisioned Asterisk and recordings
 * @param origins where each value was given; no key of its own
 */
public record AhoyConfig(
        Path data,
        Centre centre,
        Routing routing,
        Web web,
        Database database,
        Voice voice,
        Mail mail,
        SettingOrigins origins) {

    /** What holds where neither file nor environment says otherwise. */
    public static AhoyConfig defaults(Map<String, String> environment) {
        return new AhoyConfig(
                dataFolder(environment),
                new Centre("Ahoy", ZoneId.systemDefault(), "DE", true),
                new Routing(Duration.ZERO),
                new Web("127.0.0.1", 8080, false, Duration.ofHours(12), List.of(), Optional.empty()),
                new Database(Optional.empty(), "ahoy", Optional.empty(), 0, 10),
                new Voice(
                        Voice.Pbx.PROVISIONED,
                        Optional.empty(),
                        Optional.empty(),
                        "trunk",
                        new Voice.Ami("127.0.0.1", 5038, "ahoy", Optional.empty()),
                        new Voice.Agi("127.0.0.1", 4573),
                        new Voice.Sip("127.0.0.1", 5060, 8088, 10000, 11999),
                        new Voice.Guest(Optional.empty(), Optional.empty()),
                        Duration.ofSeconds(30)),
                new Mail(Mail.Server.PROVISIONED, Optional.empty(), 0, 0, Duration.ofSeconds(10), 20),
                SettingOrigins.NONE);
    }

    AhoyConfig withoutDemo() {
        Centre real = new Centre(centre.name(), centre.zone(), centre.homeCountry(), false);
        return new AhoyConfig(data, real, routing, web, database, voice, mail, origins);
    }

    /** {@code web.port 8080 (ahoy.yaml:3)}: the start of a message about a value that turned out not to work. */
    public String origin(String key) {
        return origins.of(key).toString();
    }

    /** {@code web.port or AHOY_WEB_PORT}: where to set another value; the end of such a message. */
    public String whereToChange(String key) {
        return origins.of(key).whereToChange();
    }

    /** XDG Base Directory Specification: relative paths in {@code XDG_DATA_HOME} are to be ignored. */
    private static Path dataFolder(Map<String, String> environment) {
        String given = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = given.startsWith("/") ? Path.of(given) : home(environment).resolve(".local/share");
        return folder.resolve("ahoy");
    }

    static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home", "/") : home);
    }

    /**
     * The centre as a whole.
     *
     * @param name shown to customers and agents
     * @param zone in which a day of the board begins
     * @param homeCountry ISO 3166 code of two letters, for reading national numbers as E.164
     * @param demo whether an empty database is filled with the demo team and queues; by default only the embedded one
     */
    public record Centre(String name, ZoneId zone, String homeCountry, boolean demo) {}

    /**
     * What callers are granted by who they are; the rest of the routing is configured in the desktop.
     *
     * @param lastAgentPatience how long a caller waits for the agent he spoke with last; zero: not at all
     */
    public record Routing(@Range(min = "0s", max = "1d") Duration lastAgentPatience) {}

    /**
     * The web server.
     *
     * @param host address to listen on
     * @param port TCP port; 0 takes a free one
     * @param secureCookies set when Ahoy stands behind TLS
     * @param sessionLimit a session ends after this much time without a request
     * @param trustedProxies whose word is taken for where a request came from
     * @param publicAddress where customers reach this server, as {@code https://desk.example}; absent: nothing that they get leads here
     */
    public record Web(
            String host,
            @Range(min = "0", max = "65535") int port,
            boolean secureCookies,
            @Range(min = "1m", max = "30d") Duration sessionLimit,
            List<InetAddress> trustedProxies,
            Optional<String> publicAddress) {
        public Web {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /**
     * The system of record.
     *
     * @param url a {@code jdbc:mariadb:} address without user and password; absent means the embedded MariaDB
     * @param user for {@code url}; the embedded one makes its own user and password
     * @param embeddedPort 0 takes a free one
     */
    public record Database(
            Optional<String> url,
            String user,
            Optional<Secret> password,
            @Range(min = "0", max = "65535") int embeddedPort,
            @Range(min = "2", max = "500") int poolSize) {}

    /**
     * Telephony.
     *
     * @param pbx who provides Asterisk
     * @param websocketUrl where browsers register their phones; absent: the provisioned one
     * @param script the IVR script; absent: the one shipped
     * @param trunk the PJSIP endpoint of an external Asterisk through which customers are called back
     * @param reattachLimit how long a conversation waits for an agent whose device vanished
     */
    public record Voice(
            Pbx pbx,
            Optional<String> websocketUrl,
            Optional<Path> script,
            String trunk,
            Ami ami,
            Agi agi,
            Sip sip,
            Guest guest,
            @Range(min = "1s", max = "1h") Duration reattachLimit) {

        public enum Pbx {
            /** Ahoy starts its own. */
            PROVISIONED,
            /** The site's, named by {@code voice.ami}. */
            EXTERNAL,
            /** No voice. */
            NONE
        }

        /**
         * The manager interface of Asterisk.
         *
         * @param secret of an external Asterisk; the provisioned one gets a fresh one from its starter
         */
        public record Ami(
                String host,
                @Range(min = "0", max = "65535") int port,
                String user,
                Optional<Secret> secret) {}

        /** Where Ahoy listens for FastAGI. */
        public record Agi(
                String host,
                @Range(min = "0", max = "65535") int port) {}

        /** The account at an external Asterisk with which customers call from the web page; both or neither. */
        public record Guest(Optional<String> user, Optional<Secret> secret) {}

        /** Ports of the provisioned Asterisk; 0 takes a free one. */
        public record Sip(
                String host,
                @Range(min = "0", max = "65535") int port,
                @Range(min = "0", max = "65535") int websocketPort,
                @Range(min = "1024", max = "65535") int rtpFirst,
                @Range(min = "1024", max = "65535") int rtpLast) {}
    }

    /**
     * Mail.
     *
     * @param server who provides the mail server
     * @param mailboxes the file that names the mailboxes of external servers
     * @param smtpPort of the server that Ahoy starts for trying mail out; 0 takes a free one
     * @param imapPort likewise
     * @param undoLimit how long an answer waits before it is sent, so that it can be taken back
     * @param hourlyPerRecipient how many mails of any kind one address is sent in an hour before automatic ones stop
     */
    public record Mail(
            Server server,
            Optional<Path> mailboxes,
            @Range(min = "0", max = "65535") int smtpPort,
            @Range(min = "0", max = "65535") int imapPort,
            @Range(min = "0s", max = "1h") Duration undoLimit,
            @Range(min = "1", max = "1000") int hourlyPerRecipient) {

        public enum Server {
            /** Ahoy starts a small one, for trying mail out. */
            PROVISIONED,
            /** The site's, named by {@link Mail#mailboxes}. */
            EXTERNAL,
            /** No mail. */
            NONE
        }
    }
}
