package io.ahoy.config;

import io.ahoy.config.AhoyConfig.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold between settings. */
final class ConfigRules {
    private static final Pattern TRUNK = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

    private final AhoyConfig config;
    private final List<String> broken = new ArrayList<>();

    private ConfigRules(AhoyConfig config) {
        this.config = config;
    }

    static List<String> broken(AhoyConfig config) {
        ConfigRules rules = new ConfigRules(config);
        rules.database();
        rules.voice();
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

    private void voice() {
        Voice voice = config.voice();
        if (voice.sip().rtpFirst() >= voice.sip().rtpLast()) {
            wrong("voice.sip.rtpFirst", "must be less than " + config.origin("voice.sip.rtpLast"));
        }
        voice.websocketUrl().ifPresent(url -> {
            if (!url.startsWith("ws://") && !url.startsWith("wss://")) {
                wrong("voice.websocketUrl", "must begin with ws:// or wss://");
            }
        });
        if (!TRUNK.matcher(voice.trunk()).matches()) {
            wrong("voice.trunk", "must be the name of an endpoint: letters, digits, dots, hyphens and underscores");
        }
        if (voice.guest().user().isPresent() && voice.guest().secret().isEmpty()) {
            wrong(
                    "voice.guest.user",
                    "needs its password; set voice.guest.secret or AHOY_VOICE_GUEST_SECRET, or neither of the two");
        }
        if (voice.guest().secret().isPresent() && voice.guest().user().isEmpty()) {
            broken.add(place("voice.guest.secret") + ": voice.guest.secret needs the account that it is for; set"
                    + " voice.guest.user or AHOY_VOICE_GUEST_USER, or neither of the two");
        }
        if (voice.pbx() == Voice.Pbx.EXTERNAL && voice.ami().secret().isEmpty()) {
            wrong("voice.pbx", "needs the password of its AMI user; set voice.ami.secret or AHOY_VOICE_AMI_SECRET");
        }
        if (voice.pbx() == Voice.Pbx.EXTERNAL && voice.websocketUrl().isEmpty()) {
            wrong(
                    "voice.pbx",
                    "needs the address of its WebSocket; set voice.websocketUrl or AHOY_VOICE_WEBSOCKET_URL");
        }
    }

    /** Of those that Ahoy or what it starts listens on with TCP; 0 takes a free one and cannot collide. */
    private void ports() {
        Voice voice = config.voice();
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("web.port", config.web().port());
        ports.put("database.embeddedPort", config.database().embeddedPort());
        ports.put("voice.agi.port", voice.agi().port());
        if (voice.pbx() == Voice.Pbx.PROVISIONED) {
            ports.put("voice.ami.port", voice.ami().port());
            ports.put("voice.sip.websocketPort", voice.sip().websocketPort());
        }
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
