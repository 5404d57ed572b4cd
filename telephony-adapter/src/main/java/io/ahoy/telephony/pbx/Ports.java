package io.ahoy.telephony.pbx;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks for the ports Asterisk will open, because Asterisk itself starts without them and says so only in its log. */
final class Ports {
    private static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** The settings with a free port wherever they left it open; throws if one they name is taken. */
    static PbxSettings settle(PbxSettings settings) {
        return settings.withPorts(
                udp(settings.sipHost(), settings.sipPort()),
                tcp(settings.sipHost(), settings.websocketPort(), "the browsers' WebSocket", "voice.sip.websocketPort"),
                tcp(LOOPBACK, settings.amiPort(), "Asterisk's manager interface", "voice.ami.port"));
    }

    private static int udp(String host, int port) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(host), port))) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw taken("UDP", host, port, "SIP", "voice.sip.port", taken);
        }
    }

    private static int tcp(String host, int port, String use, String key) {
        try (ServerSocket socket = new ServerSocket()) {
            // As Asterisk does: a port whose last connections still linger in the kernel counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw taken("TCP", host, port, use, key, taken);
        }
    }

    private static PbxUnusable taken(
            String protocol, String host, int port, String use, String key, IOException cause) {
        return new PbxUnusable(
                "%s port %d on %s, for %s, cannot be opened (%s). Stop the program that has it (ss -lnp | grep :%d) or set another %s."
                        .formatted(protocol, port, host, use, cause.getMessage(), port, key),
                cause);
    }
}
