package io.ahoy.desktop.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one phone. It speaks its own name in every packet, and Asterisk hands the sound of a μ-law conversation through
 * unchanged, so that the ear at the other end can say whom it hears. It speaks as soon as it is spoken to: that is how it learns
 * where to.
 */
public final class Ear {
    public static final String MUSIC = "music or a prompt";
    public static final String SILENCE = "silence";

    /** Packets come every 20 ms. */
    private static final Duration STALE = Duration.ofMillis(500);

    /** 20 ms at 8 kHz. */
    private static final int SAMPLES = 160;

    private static final int HEADER_BYTES = 12;
    private static final byte QUIET = (byte) 0xFF;
    private static final String CALL = "Ahoy:";
    private static final int MU_LAW = 0;

    final DatagramChannel channel;
    private final byte[] speech;
    private final Queue<byte[]> keys = new ArrayDeque<>();
    private @Nullable SocketAddress mouth;
    private long packets;
    private Instant heardAt = Instant.EPOCH;
    private String heard = SILENCE;
    private int sequence;
    private int timestamp;

    Ear(String name) throws IOException {
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        speech = new byte[SAMPLES];
        Arrays.fill(speech, QUIET);
        byte[] call = (CALL + name + ";").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(call, 0, speech, 0, Math.min(call.length, SAMPLES));
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    /** Packets received so far. */
    public synchronized long packets() {
        return packets;
    }

    public synchronized Instant heardAt() {
        return heardAt;
    }

    /** The name of who spoke in the last packet, {@link #MUSIC} or {@link #SILENCE}, which is also that nothing comes any more. */
    public synchronized String hears() {
        return heardAt.isBefore(Instant.now().minus(STALE)) ? SILENCE : heard;
    }

    /** Presses a key of the phone (RFC 4733): 0–9, * or #. */
    public synchronized void press(char key) {
        int code = "0123456789*#".indexOf(key);
        if (code < 0) {
            throw new IllegalArgumentException("no key " + key);
        }
        for (int packet = 1; packet <= 6; packet++) {
            int end = packet > 3 ? 0x80 : 0;
            int duration = Math.min(packet, 4) * SAMPLES;
            keys.add(new byte[] {(byte) code, (byte) (end | 10), (byte) (duration >> 8), (byte) duration});
        }
    }

    synchronized boolean knowsWhereTo() {
        return mouth != null;
    }

    /** Speaks without having been spoken to. */
    synchronized void speakTo(int port) {
        mouth = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    synchronized void receive(ByteBuffer packet, Instant now) throws IOException {
        packet.clear();
        SocketAddress from = channel.receive(packet);
        if (from == null) {
            return;
        }
        mouth = from;
        packet.flip();
        if (packet.limit() > HEADER_BYTES && (packet.get(1) & 0x7F) == MU_LAW) {
            packets++;
            heardAt = now;
            heard = speaker(Arrays.copyOfRange(packet.array(), HEADER_BYTES, packet.limit()));
        }
    }

    private static String speaker(byte[] sound) {
        String text = new String(sound, StandardCharsets.US_ASCII);
        if (text.startsWith(CALL) && text.indexOf(';') > 0) {
            return text.substring(CALL.length(), text.indexOf(';'));
        }
        for (byte sample : sound) {
            // μ-law's smallest steps around zero
            if ((sample & 0x7F) < 0x78) {
                return MUSIC;
            }
        }
        return SILENCE;
    }

    /** The next 20 ms. */
    synchronized void speak(ByteBuffer packet) {
        if (mouth == null) {
            return;
        }
        byte[] key = keys.poll();
        packet.clear();
        packet.put((byte) 0x80).put((byte) (key == null ? MU_LAW : 101));
        packet.putShort((short) sequence++).putInt(timestamp).putInt(System.identityHashCode(this));
        packet.put(key == null ? speech : key).flip();
        if (keys.isEmpty()) {
            // All packets of one key carry the time of its beginning.
            timestamp += SAMPLES;
        }
        try {
            channel.send(packet, mouth);
        } catch (IOException e) {
            // Nobody listens there any more, as after a kill of Asterisk; sound has no one to complain to.
            mouth = null;
        }
    }
}
