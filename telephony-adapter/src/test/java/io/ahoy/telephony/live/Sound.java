package io.ahoy.telephony.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * One leg's RTP: sends packets filled with its own byte and counts those it gets by theirs, so that a test hears who is at the other
 * end. Two legs with the same codec get each other's bytes unchanged.
 */
final class Sound implements AutoCloseable {
    private static final int PAYLOAD = 160;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final byte tone;
    private final Map<Byte, Long> heard = new ConcurrentHashMap<>();
    private final Set<ByteBuffer> packets = ConcurrentHashMap.newKeySet();
    private volatile int remotePort;
    private volatile boolean silent;

    Sound(byte tone) throws IOException {
        this.tone = tone;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::listen);
        Thread.ofVirtual().start(this::speak);
    }

    int port() {
        return socket.getLocalPort();
    }

    void sendTo(int port) {
        remotePort = port;
    }

    /** As a browser that was closed: no more packets. */
    void fallSilent() {
        silent = true;
    }

    long heard(byte other) {
        return heard.getOrDefault(other, 0L);
    }

    /** Whether nearly all of this prompt has come, which Asterisk sends as it stands in the file. */
    boolean heardOf(byte[] prompt) {
        int whole = prompt.length / PAYLOAD;
        long come = IntStream.range(0, whole)
                .filter(i -> packets.contains(ByteBuffer.wrap(prompt, i * PAYLOAD, PAYLOAD)))
                .count();
        return come >= whole * 9L / 10;
    }

    private void listen() {
        byte[] buffer = new byte[2_000];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            if (packet.getLength() == HEADER + PAYLOAD) {
                heard.merge(buffer[HEADER + PAYLOAD / 2], 1L, Long::sum);
                packets.add(ByteBuffer.wrap(Arrays.copyOfRange(buffer, HEADER, HEADER + PAYLOAD)));
            }
        }
    }

    private void speak() {
        byte[] packet = new byte[HEADER + PAYLOAD];
        Arrays.fill(packet, HEADER, packet.length, tone);
        packet[0] = (byte) 0x80;
        for (int sequence = 0; !socket.isClosed(); sequence++) {
            int timestamp = sequence * PAYLOAD;
            packet[2] = (byte) (sequence >> 8);
            packet[3] = (byte) sequence;
            for (int i = 0; i < 4; i++) {
                packet[4 + i] = (byte) (timestamp >> (24 - 8 * i));
            }
            packet[11] = tone;
            if (remotePort != 0 && !silent) {
                try {
                    socket.send(
                            new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), remotePort));
                } catch (IOException closed) {
                    return;
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
