package io.ahoy.desktop.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a request brings, read piece by piece on a virtual thread, so that nobody fills the memory before he was let in. */
final class BodyStream extends InputStream {
    private static final long PATIENCE_SECONDS = 30;

    private final HttpServerRequest request;
    private final Context context;
    /** Bounded by asking for one piece at a time. */
    private final BlockingQueue<Optional<Buffer>> pieces = new LinkedBlockingQueue<>();

    private Buffer piece = Buffer.buffer();
    private int at;
    private boolean ended;
    private volatile boolean broken;

    /** To be made on the event loop, before anything is read. */
    BodyStream(Vertx vertx, HttpServerRequest request) {
        this.request = request;
        this.context = vertx.getOrCreateContext();
        request.pause();
        request.handler(buffer -> pieces.add(Optional.of(buffer)));
        request.endHandler(ignored -> pieces.add(Optional.empty()));
        request.exceptionHandler(ignored -> {
            broken = true;
            pieces.add(Optional.empty());
        });
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (at == piece.length() && !ended) {
            next();
        }
        if (at == piece.length()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, piece.length() - at);
        piece.getBytes(at, at + count, into, offset);
        at += count;
        return count;
    }

    private void next() throws IOException {
        context.runOnContext(ignored -> request.fetch(1));
        try {
            Optional<Buffer> come = pieces.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (broken || come == null) {
                throw Problem.malformed("The body ended before it was complete.");
            }
            ended = come.isEmpty();
            piece = come.orElseGet(Buffer::buffer);
            at = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", e);
        }
    }

    /** Nobody wants the rest; the connection is free for the next request when it has come. */
    void discard() {
        context.runOnContext(ignored -> {
            if (!request.isEnded()) {
                request.handler(nothing -> {});
                request.endHandler(nothing -> {});
                request.resume();
            }
        });
    }
}
