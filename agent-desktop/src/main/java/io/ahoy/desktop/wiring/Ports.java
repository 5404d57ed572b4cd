package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.AhoyConfig.Voice.Pbx;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.telephony.pbx.ProvisionedAsterisk;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the ports before anything is started, so that all taken ones are told at once, and at once. */
final class Ports {
    private static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    private enum Protocol {
        TCP,
        UDP
    }

    /**
     * One port that is to be listened on.
     *
     * @param hostKey the setting of the address; absent where that cannot be set
     */
    private record Wanted(Protocol protocol, Optional<String> hostKey, String host, String key, int port) {
        static Wanted at(String section, String host, int port) {
            return new Wanted(Protocol.TCP, Optional.of(section + ".host"), host, section + ".port", port);
        }

        static Wanted onLoopback(String key, int port) {
            return new Wanted(Protocol.TCP, Optional.empty(), LOOPBACK, key, port);
        }

        void tryOut() throws IOException {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
            if (protocol == Protocol.UDP) {
                new DatagramSocket(address).close();
                return;
            }
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(address);
            }
        }
    }

    /** Those that daemons of a killed Ahoy still hold are ours: the daemons are taken over with them. */
    static void check(AhoyConfig config, DataFolder folder) throws StartProblem {
        Set<String> problems = new LinkedHashSet<>();
        for (Wanted wanted : wanted(config, folder)) {
            try {
                wanted.tryOut();
            } catch (UnknownHostException e) {
                String key = wanted.hostKey().orElseThrow();
                problems.add("The address " + config.origin(key) + " is unknown on this machine. Set "
                        + config.whereToChange(key) + ".");
            } catch (IOException e) {
                problems.add(words(config, wanted.key(), wanted.port(), e));
            }
        }
        if (problems.size() == 1) {
            throw new StartProblem(problems.iterator().next());
        }
        if (!problems.isEmpty()) {
            throw new StartProblem("Several ports cannot be had:\n  " + String.join("\n  ", problems));
        }
    }

    private static List<Wanted> wanted(AhoyConfig config, DataFolder folder) {
        AhoyConfig.Voice voice = config.voice();
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(Wanted.at("web", config.web().host(), config.web().port()));
        if (config.database().url().isEmpty() && !EmbeddedMariaDb.isRunning(folder.path("mariadb"))) {
            wanted.add(
                    Wanted.onLoopback("database.embeddedPort", config.database().embeddedPort()));
        }
        if (voice.pbx() != Pbx.NONE) {
            wanted.add(Wanted.at("voice.agi", voice.agi().host(), voice.agi().port()));
        }
        if (voice.pbx() == Pbx.PROVISIONED) {
            wanted.addAll(asterisks(voice, folder.path("asterisk")));
        }
        if (config.mail().server() == AhoyConfig.Mail.Server.PROVISIONED) {
            wanted.add(Wanted.onLoopback("mail.smtpPort", config.mail().smtpPort()));
            wanted.add(Wanted.onLoopback("mail.imapPort", config.mail().imapPort()));
        }
        return wanted;
    }

    private static List<Wanted> asterisks(AhoyConfig.Voice voice, Path folder) {
        AhoyConfig.Voice.Sip sip = voice.sip();
        Optional<String> host = Optional.of("voice.sip.host");
        Set<Integer> held = ProvisionedAsterisk.portsHeldIn(folder);
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(Protocol.UDP, host, sip.host(), "voice.sip.port", sip.port()));
        wanted.add(new Wanted(Protocol.TCP, host, sip.host(), "voice.sip.websocketPort", sip.websocketPort()));
        wanted.add(Wanted.onLoopback("voice.ami.port", voice.ami().port()));
        wanted.removeIf(each -> held.contains(each.port()));
        return wanted;
    }

    static StartProblem taken(AhoyConfig config, String key, int port, Throwable cause) {
        return new StartProblem(words(config, key, port, cause), cause);
    }

    private static String words(AhoyConfig config, String key, int port, Throwable cause) {
        String why = port > 0 && port < 1024
                ? "cannot be listened on (ports below 1024 need root)"
                : "cannot be listened on: " + reason(cause, port);
        return "The port " + config.origin(key) + " " + why + ". Free it, or set another as "
                + config.whereToChange(key) + ".";
    }

    private static String reason(Throwable cause, int port) {
        String text = String.valueOf(cause.getMessage());
        return text.contains("in use") ? "another program uses it (ss -lnp | grep :" + port + " shows which)" : text;
    }

    /** A port that is free now, for those who must be told it before they listen. */
    static int freeIfZero(int port) {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
