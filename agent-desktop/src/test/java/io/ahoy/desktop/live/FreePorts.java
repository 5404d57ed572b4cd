package io.ahoy.desktop.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback that nobody listens on at the moment of asking. */
final class FreePorts {
    /** Below the range the kernel hands out by itself, so that no outgoing connection lands among them. */
    private static final int RANGES_FROM = 16_000;

    private static final int RANGES_TO = 32_000;

    private FreePorts() {}

    static int tcp() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int udp() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of so many neighbouring UDP ports, even as RTP wants it. */
    static int udpRange(int length) {
        for (int tries = 0; tries < 100; tries++) {
            int first = ThreadLocalRandom.current().nextInt(RANGES_FROM, RANGES_TO - length) & ~1;
            if (allFree(first, length)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + length + " neighbouring UDP ports are free");
    }

    private static boolean allFree(int first, int length) {
        for (int port = first; port < first + length; port++) {
            try (DatagramSocket socket =
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                socket.setReuseAddress(false);
            } catch (SocketException e) {
                return false;
            }
        }
        return true;
    }
}
