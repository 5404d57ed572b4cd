package io.ahoy.config;

import io.ahoy.config.AhoyConfig.Voice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold between settings. */
final class ConfigRules {
    private static final Pattern TRUNK = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

    private final AhoyConfig config;
    private final DoubtedKeys doubted;
    private final List<String> broken = new ArrayList<>();

    private ConfigRules(AhoyConfig config, DoubtedKeys doubted) {
        this.config = config;
        this.doubted = doubted;
    }

    /** @param doubted no rule judges these */
    static List<String> broken(AhoyConfig config, DoubtedKeys doubted) {
        ConfigRules rules = new ConfigRules(config, doubted);
        rules.database();
        rules.accountWithoutDatabase();
        rules.sound();
        rules.browsersPhones();
        rules.publicAddress();
        rules.trunk();
        rules.guest();
        rules.externalPbx();
        rules.externalMail();
        rules.ports();
        return rules.broken;
    }

    private void database() {
        config.database().url().ifPresent(url -> {
            if (!url.startsWith("jdbc:mariadb:")) {
                wrong("database.url", "must begin with jdbc:mariadb:, as in jdbc:mariadb://db.example:3306/ahoy");
            }
            // An address is printed in messages; a password in it would be printed as well.
            if (url.toLowerCase(Locale.ROOT).contains("password=")) {
                broken.add(place("database.url") + ": database.url holds a password; move it to database.password"
                        + " or AHOY_DATABASE_PASSWORD");
            }
        });
    }

    /** Otherwise Ahoy would run on the embedded database, and the site's would stay empty without a word. */
    private void accountWithoutDatabase() {
        List<SettingOrigin> account = Stream.of("database.user", "database.password")
                .map(config.origins()::of)
                .filter(SettingOrigin::isGiven)
                .toList();
        boolean urlIsMissing = config.database().url().isEmpty() && doubted.none("database.url");
        if (account.isEmpty() || !urlIsMissing) {
            return;
        }
        String also = account.size() > 1 ? ", like " + account.getLast() + "," : "";
        SettingOrigin first = account.getFirst();
        broken.add(first.where() + ": " + (first.key() + " " + first.value()).strip() + also
                + " is for a MariaDB of your own, but none is named; set "
                + config.whereToChange("database.url") + " to its address, or remove "
                + (account.size() > 1 ? "both" : "it") + ": the embedded one makes its own user and password");
    }

    private void sound() {
        Voice.Sip sip = config.voice().sip();
        if (!doubted.none("voice.sip.rtpFirst", "voice.sip.rtpLast")) {
            return;
        }
        if (sip.rtpFirst() >= sip.rtpLast()) {
            wrong("voice.sip.rtpFirst", "must be less than " + config.origin("voice.sip.rtpLast"));
        }
        boolean amongThem = sip.port() >= sip.rtpFirst() && sip.port() <= sip.rtpLast();
        if (config.voice().pbx() == Voice.Pbx.PROVISIONED && amongThem && doubted.none("voice.sip.port", "voice.pbx")) {
            wrong(
                    "voice.sip.port",
                    "lies among the ports for sound, " + config.origin("voice.sip.rtpFirst") + " to "
                            + config.origin("voice.sip.rtpLast") + "; choose one outside of them");
        }
    }

    private void browsersPhones() {
        config.voice().websocketUrl().ifPresent(url -> {
            if (!url.startsWith("ws://") && !url.startsWith("wss://")) {
                wrong("voice.websocketUrl", "must begin with ws:// or wss://");
            }
        });
    }

    private void publicAddress() {
        config.web().publicAddress().filter(address -> !isPublic(address)).ifPresent(address -> {
            wrong(
                    "web.publicAddress",
                    "must be an https address without a path, such as https://desk.example; http is for loopback only");
        });
    }

    /** What is sent over the net in the clear can be read, and used, by others. */
    private static boolean isPublic(String address) {
        try {
            URI uri = new URI(address);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean bare = Stream.of(uri.getRawPath(), uri.getRawQuery(), uri.getRawFragment(), uri.getRawUserInfo())
                    .allMatch(part -> part == null || part.isEmpty() || part.equals("/"));
            boolean loopback = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
            return bare
                    && !host.isEmpty()
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void trunk() {
        if (doubted.none("voice.trunk")
                && !TRUNK.matcher(config.voice().trunk()).matches()) {
            wrong("voice.trunk", "must be the name of an endpoint: letters, digits, dots, hyphens and underscores");
        }
    }

    private void guest() {
        Voice.Guest guest = config.voice().guest();
        if (!doubted.none("voice.guest.user", "voice.guest.secret")) {
            return;
        }
        if (guest.user().isPresent() && guest.secret().isEmpty()) {
            wrong(
                    "voice.guest.user",
                    "needs its password; set voice.guest.secret or AHOY_VOICE_GUEST_SECRET, or neither of the two");
        }
        if (guest.secret().isPresent() && guest.user().isEmpty()) {
            broken.add(place("voice.guest.secret") + ": voice.guest.secret needs the account that it is for; set"
                    + " voice.guest.user or AHOY_VOICE_GUEST_USER, or neither of the two");
        }
    }

    private void externalPbx() {
        Voice voice = config.voice();
        if (voice.pbx() != Voice.Pbx.EXTERNAL) {
            return;
        }
        if (voice.ami().secret().isEmpty() && doubted.none("voice.ami.secret")) {
            wrong("voice.pbx", "needs the password of its AMI user; set voice.ami.secret or AHOY_VOICE_AMI_SECRET");
        }
        if (voice.websocketUrl().isEmpty() && doubted.none("voice.websocketUrl")) {
            wrong(
                    "voice.pbx",
                    "needs the address of its WebSocket; set voice.websocketUrl or AHOY_VOICE_WEBSOCKET_URL");
        }
    }

    private void externalMail() {
        AhoyConfig.Mail mail = config.mail();
        boolean external = mail.server() == AhoyConfig.Mail.Server.EXTERNAL;
        if (external && mail.mailboxes().isEmpty() && doubted.none("mail.mailboxes")) {
            wrong("mail.server", "needs the file that names the mailboxes; set mail.mailboxes or AHOY_MAIL_MAILBOXES");
        }
    }

    /** Of those that Ahoy or what it starts listens on with TCP; 0 takes a free one and cannot collide. */
    private void ports() {
        Voice voice = config.voice();
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("web.port", config.web().port());
        ports.put("database.embeddedPort", config.database().embeddedPort());
        ports.put("voice.agi.port", voice.agi().port());
        if (voice.pbx() == Voice.Pbx.PROVISIONED && doubted.none("voice.pbx")) {
            ports.put("voice.ami.port", voice.ami().port());
            ports.put("voice.sip.websocketPort", voice.sip().websocketPort());
        }
        if (config.mail().server() == AhoyConfig.Mail.Server.PROVISIONED && doubted.none("mail.server")) {
            ports.put("mail.smtpPort", config.mail().smtpPort());
            ports.put("mail.imapPort", config.mail().imapPort());
        }
        ports.keySet().removeIf(key -> !doubted.none(key));
        Map<Integer, String> takenBy = new HashMap<>();
        ports.forEach((key, port) -> {
            Optional<String> other = port == 0 ? Optional.empty() : Optional.ofNullable(takenBy.putIfAbsent(port, key));
            other.ifPresent(
                    taken -> wrong(key, "is also " + config.origin(taken) + "; choose another for one of them"));
        });
    }

    private void wrong(String key, String what) {
        SettingOrigin origin = config.origins().of(key);
        broken.add(place(key) + ": " + key + " " + origin.value() + " " + what);
    }

    private String place(String key) {
        return config.origins().of(key).where();
    }
}
