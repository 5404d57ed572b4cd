package io.ahoy.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asterisk's manager interface, kept connected. Events reach the receiver in order, one at a time, on the library's thread: it hands
 * over and returns (it may block for a while, then Asterisk waits). A gap is always announced: {@link AmiEvent.LinkDown}, then
 * {@link AmiEvent.LinkUp}, or {@link AmiEvent.LinkDirty}.
 */
public final class AmiLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AmiLink.class);

    private final AmiSettings settings;
    private final Consumer<AmiEvent> receiver;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable AmiConnection connection;
    private @Nullable Thread keeper;

    public AmiLink(AmiSettings settings, Consumer<AmiEvent> receiver) {
        this.settings = settings;
        this.receiver = receiver;
    }

    /** Connects in the background and keeps connected until closed. */
    public void start() {
        keeper = Thread.ofVirtual().name("ami-link").start(this::keepConnected);
    }

    public boolean isUp() {
        return connection != null;
    }

    /** Sends at once; may block while the socket does. Completes exceptionally with {@link LinkBroken} if no answer will come. */
    public CompletableFuture<AmiReply> send(AmiAction action) {
        CompletableFuture<AmiReply> reply = new CompletableFuture<>();
        AmiConnection now = connection;
        if (now == null) {
            reply.completeExceptionally(new LinkBroken("no link to Asterisk"));
            return reply;
        }
        try {
            now.sendAction(action, response -> Replies.complete(reply, response));
        } catch (IOException | IllegalStateException e) {
            reply.completeExceptionally(new LinkBroken("could not send " + action.getAction() + ": " + e.getMessage()));
        }
        return guarded(action, reply);
    }

    /** All channels, with those of the named variables that are set. */
    public CompletableFuture<List<ChannelStatus>> channels(List<String> variables) {
        AmiAction action = AmiAction.of("Status").with("Variables", String.join(",", variables));
        CompletableFuture<List<ChannelStatus>> reply = new CompletableFuture<>();
        AmiConnection now = connection;
        if (now == null) {
            reply.completeExceptionally(new LinkBroken("no link to Asterisk"));
            return reply;
        }
        try {
            now.sendEventGeneratingAction(new StatusListAction(action), events -> {
                List<ResponseEvent> list = new ArrayList<>(events.getEvents());
                Replies.completeList(reply, events.getResponse(), list);
            });
        } catch (IOException | IllegalStateException e) {
            reply.completeExceptionally(new LinkBroken("could not ask for the channels: " + e.getMessage()));
        }
        return guarded(action, reply);
    }

    @Override
    public void close() {
        closed.countDown();
        AmiConnection now = connection;
        if (now != null) {
            now.end();
        }
        Thread thread = keeper;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private <T> CompletableFuture<T> guarded(AmiAction action, CompletableFuture<T> reply) {
        return reply.orTimeout(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(e -> {
                    if (e instanceof java.util.concurrent.TimeoutException) {
                        receiver.accept(new AmiEvent.LinkDirty("no answer to " + action.getAction()));
                        return CompletableFuture.failedFuture(new LinkBroken("no answer to " + action.getAction()));
                    }
                    return CompletableFuture.failedFuture(e);
                });
    }

    private void keepConnected() {
        Duration pause = settings.retryMin();
        String complaint = "";
        while (!isClosed()) {
            Intake intake = new Intake(receiver);
            AmiConnection fresh = new AmiConnection(settings, intake);
            try {
                fresh.login();
                intake.opened(fresh);
                connection = fresh;
                // So that whoever compares with its channels knows first whether this is still the same Asterisk.
                if (!intake.awaitBooted(settings.answerLimit().toMillis())) {
                    log.warn(
                            "Asterisk at {} does not tell that it has started; is \"system\" among the read rights of its"
                                    + " user?",
                            settings);
                }
                log.info("connected to Asterisk at {}", settings);
                receiver.accept(new AmiEvent.LinkUp());
                pause = settings.retryMin();
                complaint = "";
                pingUntilGone(fresh, intake);
                connection = null;
                receiver.accept(new AmiEvent.LinkDown("connection lost"));
                log.warn("lost the connection to Asterisk at {}; trying again", settings);
            } catch (IOException | TimeoutException | AuthenticationFailedException | RuntimeException e) {
                // The same reason is told once, not at every attempt.
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(complaint)) {
                    log.warn("no connection to Asterisk at {}: {}; trying on", settings, reason);
                    complaint = reason;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                connection = null;
                fresh.end();
            }
            pause = waited(pause);
        }
    }

    private void pingUntilGone(AmiConnection fresh, Intake intake) throws InterruptedException {
        long every = Math.max(1, settings.silenceLimit().toMillis() / 3);
        while (!intake.awaitGone(every)) {
            try {
                fresh.sendAction(AmiAction.of("Ping"), null);
            } catch (IOException | IllegalStateException e) {
                return;
            }
        }
    }

    private Duration waited(Duration pause) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.retryMax()) > 0 ? settings.retryMax() : doubled;
    }

    private boolean isClosed() {
        return closed.getCount() == 0 || Thread.currentThread().isInterrupted();
    }
}
