package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks at the ports before anything is started, so that a taken one is told at once. */
final class Ports {
    private Ports() {}

    static void check(AhoyConfig config, String prefix, String host, int port) throws StartProblem {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartProblem(
                    "The address " + config.origin(prefix + ".host") + " is unknown on this machine. Set "
                            + config.whereToChange(prefix + ".host") + ".",
                    e);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw taken(config, prefix, port, e);
        }
    }

    static StartProblem taken(AhoyConfig config, String prefix, int port, Throwable cause) {
        String why = port > 0 && port < 1024
                ? "cannot be listened on (ports below 1024 need root)"
                : "cannot be listened on: " + reason(cause);
        return new StartProblem(
                "The port " + config.origin(prefix + ".port") + " " + why + ". Free it, or set another as "
                        + config.whereToChange(prefix + ".port") + ".",
                cause);
    }

    private static String reason(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return text.contains("in use") ? "another program uses it" : text;
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
