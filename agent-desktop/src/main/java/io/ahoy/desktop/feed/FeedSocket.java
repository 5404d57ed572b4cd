package io.ahoy.desktop.feed;

import io.ahoy.desktop.auth.SignedIn;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** One open browser. Used by the feed's thread only, but for {@link #heard}. */
final class FeedSocket {
    /** The session behind the socket is over; docs/api.md. */
    static final short SESSION_ENDED = 4401;

    static final short GOING_AWAY = 1001;

    /** A browser that takes no more than this at once is sent nothing until it has caught up, then the whole picture. */
    private static final int UNSENT_BYTES_MAX = 512 * 1024;

    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private final ServerWebSocket socket;
    private final SignedIn viewer;
    private final Runnable whenCaughtUp;
    private volatile Instant heardAt;
    private boolean watchesBoard;
    private Set<UUID> onBoard = Set.of();
    private boolean behind;
    private boolean phoneRegistered;

    FeedSocket(ServerWebSocket socket, SignedIn viewer, Instant now, Runnable whenCaughtUp) {
        this.socket = socket;
        this.viewer = viewer;
        this.heardAt = now;
        this.whenCaughtUp = whenCaughtUp;
        socket.setWriteQueueMaxSize(UNSENT_BYTES_MAX);
    }

    SignedIn viewer() {
        return viewer;
    }

    boolean watchesBoard() {
        return watchesBoard;
    }

    void watchBoard(boolean watch) {
        watchesBoard = watch && viewer.seesBoard();
        onBoard = watchesBoard ? onBoard : Set.of();
    }

    /** Of the customers who are on the board now those who were not on it when it last went here. */
    Set<UUID> newOnBoard(Set<UUID> customers) {
        Set<UUID> fresh = new HashSet<>(customers);
        fresh.removeAll(onBoard);
        onBoard = Set.copyOf(customers);
        return fresh;
    }

    /** Whether the phone in this browser has just become reachable, or is so no more. */
    boolean phoneChanged(boolean registered) {
        boolean changed = registered != phoneRegistered;
        phoneRegistered = registered;
        return changed;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    void send(String frame) {
        if (behind || socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            behind = true;
            socket.drainHandler(ignored -> whenCaughtUp.run());
            // It may have drained before there was a handler to be told; then nobody would ever be.
            if (!socket.writeQueueFull()) {
                whenCaughtUp.run();
            }
            return;
        }
        socket.writeTextMessage(frame);
    }

    /**
     * From now on frames go out again; what was missed is not repeated, the caller sends the whole picture.
     *
     * @return false if it was not behind, or no longer
     */
    boolean caughtUp() {
        boolean was = behind;
        behind = false;
        return was;
    }

    /** A browser that lost its network says no goodbye. */
    void checkAlive(Instant now) {
        if (heardAt.plus(SILENCE_MAX).isBefore(now)) {
            close(GOING_AWAY, "silent");
        } else if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer("ahoy"));
        }
    }

    void close(short code, String why) {
        if (!socket.isClosed()) {
            socket.close(code, why);
        }
    }
}
