package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.Secret;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.web.contact.ContactRoutes.Guest;
import io.ahoy.telephony.ami.AmiSettings;
import io.ahoy.telephony.pbx.AsteriskHome;
import io.ahoy.telephony.pbx.PbxSettings;
import io.ahoy.telephony.pbx.PbxUnusable;
import io.ahoy.telephony.pbx.Phone;
import io.ahoy.telephony.pbx.ProvisionedAsterisk;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Asterisk that Ahoy uses: its own, the site's, or none. */
sealed interface Exchange {
    /** Of our own Asterisk. */
    PbxSettings.Trunk TRUNK = PbxSettings.Trunk.LOOPBACK;

    /** @param agiPort where Asterisk finds us */
    record Own(ProvisionedAsterisk asterisk, int agiPort) implements Exchange {
        AmiSettings link() {
            return AmiSettings.of(asterisk.amiHost(), asterisk.amiPort(), asterisk.amiUser(), asterisk.amiSecret());
        }

        String trunk() {
            return TRUNK.name();
        }

        Guest guest() {
            return new Guest("webguest", asterisk.guestSecret());
        }
    }

    /** @param guest absent: customers cannot call from the web page */
    record Sites(AmiSettings link, int agiPort, String trunk, Optional<Guest> guest) implements Exchange {}

    /** @param why in words */
    record None(String why) implements Exchange {}

    static Exchange start(AhoyConfig config, Path top, DataFolder folder, Team team, Shutdown shutdown)
            throws StartProblem {
        return switch (config.voice().pbx()) {
            case NONE -> new None(config.origin("voice.pbx") + " says so");
            case EXTERNAL -> Starter.sites(config);
            case PROVISIONED -> new Starter(config, top.resolve("config/asterisk"), folder).own(team, shutdown);
        };
    }

    /** Makes sure of each kind. */
    record Starter(AhoyConfig config, Path templates, DataFolder folder) {
        private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
        private static final Duration PATIENCE = Duration.ofSeconds(3);

        /** Without an Asterisk to be had everything else still works; one that is there and does not start is a problem. */
        private Exchange own(Team team, Shutdown shutdown) throws StartProblem {
            AsteriskHome home;
            try {
                home = AsteriskHome.provision(templates);
            } catch (PbxUnusable e) {
                LOG.debug("There is no Asterisk", e);
                return new None(String.valueOf(e.getMessage()));
            }
            int agiPort = Ports.freeIfZero(config.voice().agi().port());
            try {
                ProvisionedAsterisk asterisk = ProvisionedAsterisk.start(settings(home, agiPort), phones(team));
                shutdown.add("Asterisk", asterisk::stop);
                return new Own(asterisk, agiPort);
            } catch (PbxUnusable e) {
                throw new StartProblem("Asterisk does not start: " + e.getMessage() + origins(e), e);
            }
        }

        private PbxSettings settings(AsteriskHome home, int agiPort) {
            AhoyConfig.Voice voice = config.voice();
            return new PbxSettings(
                    home,
                    folder.path("asterisk"),
                    templates,
                    voice.sip().host(),
                    voice.sip().port(),
                    voice.sip().websocketPort(),
                    voice.sip().rtpFirst(),
                    voice.sip().rtpLast(),
                    voice.ami().port(),
                    voice.agi().host(),
                    agiPort,
                    TRUNK,
                    false);
        }

        /** An agent's two phones share one password: whoever may use the one may use the other. */
        private static List<Phone> phones(Team team) {
            return team.agents().stream()
                    .flatMap(agent -> phone(team, agent).stream())
                    .toList();
        }

        private static Optional<Phone> phone(Team team, Agent agent) {
            return team.phoneSecret(agent.id()).map(secret -> new Phone(agent.extension(), secret, secret));
        }

        /** Where the settings stand that the message names. */
        private String origins(PbxUnusable problem) {
            String message = String.valueOf(problem.getMessage());
            List<String> named = Stream.of("voice.sip.port", "voice.sip.websocketPort", "voice.ami.port")
                    .filter(key -> message.contains(key + ".") || message.endsWith(key))
                    .map(config::origin)
                    .toList();
            return named.isEmpty() ? "" : " Now it is " + String.join(", ", named) + ".";
        }

        private static Exchange sites(AhoyConfig config) throws StartProblem {
            AhoyConfig.Voice.Ami ami = config.voice().ami();
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(ami.host(), ami.port()), (int) PATIENCE.toMillis());
            } catch (IOException e) {
                throw new StartProblem(
                        "The Asterisk at " + config.origin("voice.ami.host") + ", " + config.origin("voice.ami.port")
                                + " cannot be reached (" + e.getMessage() + "). Start it, correct "
                                + config.whereToChange("voice.ami.host") + " and "
                                + config.whereToChange("voice.ami.port") + ", or do without calls by "
                                + config.whereToChange("voice.pbx") + " none.",
                        e);
            }
            String secret = ami.secret().map(Secret::value).orElse("");
            return new Sites(
                    AmiSettings.of(ami.host(), ami.port(), ami.user(), secret),
                    config.voice().agi().port(),
                    config.voice().trunk(),
                    guest(config.voice().guest()));
        }

        private static Optional<Guest> guest(AhoyConfig.Voice.Guest account) {
            return account.user().flatMap(user -> account.secret().map(secret -> new Guest(user, secret.value())));
        }
    }
}
