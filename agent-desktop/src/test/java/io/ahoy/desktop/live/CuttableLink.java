package io.ahoy.desktop.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP link to a port of this machine, which can be cut like a cable, and which remembers what was said towards that port. */
public final class CuttableLink implements AutoCloseable {
    private final int target;
    private final ServerSocket door;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private volatile boolean cut;

    CuttableLink(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("link-door").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing comes through: who is connected hears silence, who connects is thrown out. */
    public void cut() {
        cut = true;
    }

    /** What was connected before stays dead. */
    public void mend() {
        ends.forEach(CuttableLink::close);
        ends.clear();
        cut = false;
    }

    /** Everything sent to the target so far, bytes as ISO 8859-1. */
    public String said() {
        synchronized (said) {
            return said.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    near.close();
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException e) {
                // The target is away, or the door was closed, which ends the loop.
            }
        }
    }

    private void join(Socket near, Socket far) {
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().name("link-out").start(() -> carry(near, far, true));
        Thread.ofVirtual().name("link-in").start(() -> carry(far, near, false));
    }

    private void carry(Socket from, Socket to, boolean remember) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (cut) {
                    continue;
                }
                if (remember) {
                    synchronized (said) {
                        said.write(buffer, 0, read);
                    }
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One end is gone; so is the other when both streams are closed.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.forEach(CuttableLink::close);
    }
}
