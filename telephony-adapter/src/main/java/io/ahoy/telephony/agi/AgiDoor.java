package io.ahoy.telephony.agi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.internal.ServerSocketFacadeImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The FastAGI server: one virtual thread for each call, where the library would turn the 501st away. */
public final class AgiDoor implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AgiDoor.class);
    /** Calls in the IVR at once; the next ones go straight to music. */
    private static final int CALLS_MAX = 5_000;

    private static final int BACKLOG = 500;
    /** Longest announcement. */
    private static final int READ_LIMIT_MILLIS = 15 * 60 * 1000;

    private final Server server;
    private final int port;

    /** @throws IOException the port is taken */
    public AgiDoor(String host, int port, AgiScript script) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        this.port = port == 0 ? freePort(address) : port;
        ServerSocketFacade socket;
        try {
            socket = new ServerSocketFacadeImpl(this.port, BACKLOG, address);
        } catch (IOException e) {
            throw new IOException("cannot listen for FastAGI on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        socket.setSocketReadTimeout(READ_LIMIT_MILLIS);
        server = new Server(script, socket, address, this.port);
    }

    public void open() {
        Thread.ofPlatform().name("fastagi").daemon().start(() -> {
            try {
                server.startup();
            } catch (IOException e) {
                log.error("FastAGI ended", e);
            }
        });
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static int freePort(InetAddress address) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, address)) {
            return probe.getLocalPort();
        }
    }

    private static final class Server extends DefaultAgiServer {
        private final ServerSocketFacade socket;
        private final Semaphore calls = new Semaphore(CALLS_MAX);

        Server(AgiScript script, ServerSocketFacade socket, InetAddress address, int port) {
            super(script);
            this.socket = socket;
            // The socket is open already; the library only logs these.
            setPort(port);
            setAddress(address);
        }

        @Override
        protected ServerSocketFacade createServerSocket() {
            return socket;
        }

        @Override
        public synchronized void shutdown() {
            super.shutdown();
            try {
                socket.close();
            } catch (IOException e) {
                log.debug("while closing FastAGI", e);
            }
        }

        @Override
        protected void execute(Runnable call) {
            if (!calls.tryAcquire()) {
                throw new RejectedExecutionException("more than " + CALLS_MAX + " calls in the IVR");
            }
            Thread.ofVirtual().name("agi").start(() -> {
                try {
                    call.run();
                } finally {
                    calls.release();
                }
            });
        }
    }
}
