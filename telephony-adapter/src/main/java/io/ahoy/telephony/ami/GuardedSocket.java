package io.ahoy.telephony.ami;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * Makes the library's intake lossless. Between this socket and our listener it keeps a queue of 20,000 and throws away what does
 * not fit, events and answers alike. Therefore a mark goes into the stream every {@link #MARK_EVERY} packets, and no more is read
 * while {@link #MARKS_AHEAD} marks have not come out at the other end: the queue never fills, and a flood waits in TCP, where
 * Asterisk sees it and in the worst case closes the link, which is noticed. Each mark also says how many events that matter went
 * in before it, so that any other loss is noticed as well.
 */
final class GuardedSocket implements SocketConnectionFacade {
    /** Half the library's queue divided by the marks ahead and its habit of adding a second event to some. */
    static final int MARK_EVERY = 2_500;

    static final int MARKS_AHEAD = 2;

    private final SocketConnectionFacade socket;
    private final Set<String> counted;
    private final Semaphore marksFree = new Semaphore(MARKS_AHEAD);
    private final Deque<String> own = new ArrayDeque<>();
    private volatile boolean closed;
    private int packetsSinceMark;
    private long marks;
    private long expected;
    private boolean betweenPackets;
    private boolean markWanted;

    /** @param counted the names of the events that matter, as in {@code Hangup} */
    GuardedSocket(SocketConnectionFacade socket, Set<String> counted) {
        this.socket = socket;
        this.counted = counted;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        if (!own.isEmpty()) {
            return own.removeFirst();
        }
        if (betweenPackets && (markWanted || packetsSinceMark >= MARK_EVERY)) {
            return mark();
        }
        String line = socket.readLine();
        // The library complains in its log about every header that it does not know.
        while (line != null && (line.startsWith("TechCause:") || line.startsWith("Tenantid:"))) {
            line = socket.readLine();
        }
        if (line != null) {
            account(line);
        }
        return line;
    }

    /** The mark came out at the other end. */
    void seen() {
        marksFree.release();
    }

    @Override
    public void write(String packet) throws IOException {
        // AmiAction has checked every value; this also covers what the library itself sends.
        if (!packet.endsWith("\r\n\r\n") || packet.indexOf("\r\n\r\n") != packet.length() - 4) {
            throw new IOException("refused to send more than one action at once");
        }
        socket.write(packet);
    }

    @Override
    public void flush() throws IOException {
        socket.flush();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }

    private void account(String line) {
        betweenPackets = line.isEmpty();
        if (betweenPackets) {
            packetsSinceMark++;
        } else if (line.startsWith("Event: ")
                && counted.contains(line.substring(7).trim())) {
            expected++;
        } else if (line.startsWith("Ping: Pong")) {
            // The answer to our ping: a good moment to compare counts in a quiet hour.
            markWanted = true;
        }
    }

    private String mark() throws IOException {
        try {
            while (!marksFree.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new IOException("closed");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        packetsSinceMark = 0;
        markWanted = false;
        own.add("UserEvent: AhoyMark");
        own.add("Number: " + ++marks);
        own.add("Expected: " + expected);
        own.add("");
        return "Event: UserEvent";
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getRemoteAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getRemotePort();
    }
}
