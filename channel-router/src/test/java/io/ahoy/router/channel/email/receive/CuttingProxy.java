package io.ahoy.router.channel.email.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server, and cuts a connection after so many bytes of what the server says. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final Queue<Integer> limits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile long all = Long.MAX_VALUE;

    /** @param port of the server, on loopback */
    CuttingProxy(int port) throws IOException {
        this.port = port;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Of the next connection that has no limit yet; those without any are not cut. */
    void cutAfter(int bytes) {
        limits.add(bytes);
    }

    /** Of every connection from now on. */
    void cutAllAfter(int bytes) {
        all = bytes;
    }

    int cuts() {
        return cuts.get();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                Integer limit = limits.poll();
                Thread.ofVirtual().start(() -> pass(client, server, Long.MAX_VALUE));
                Thread.ofVirtual().start(() -> pass(server, client, limit == null ? all : limit));
            } catch (IOException over) {
                // The test has ended.
            }
        }
    }

    private void pass(Socket from, Socket to, long limit) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            long left = limit;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, (int) Math.min(read, left));
                left -= read;
                if (left <= 0) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException ended) {
            // By the other direction.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
