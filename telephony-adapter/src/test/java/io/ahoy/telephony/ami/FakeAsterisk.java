package io.ahoy.telephony.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The other end of an AMI connection: lets anybody in, keeps every action as it came over the wire, answers as told. */
final class FakeAsterisk implements AutoCloseable {
    private final ServerSocket server;
    final List<List<String>> actions = new CopyOnWriteArrayList<>();
    final List<Socket> connections = new CopyOnWriteArrayList<>();
    volatile Function<String, List<String>> answer = action -> List.of("Response: Success\r\nMessage: done");
    volatile boolean deaf;

    FakeAsterisk() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Writes packets, each without its empty line, to the newest connection. */
    void say(String... packets) throws IOException {
        say(connections.getLast(), List.of(packets), "");
    }

    void hangUp() throws IOException {
        connections.getLast().close();
    }

    /** Without the library's own, which log in. */
    List<List<String>> ownActions() {
        return actions.stream()
                .filter(lines -> !lines.getFirst().matches("(?i)action: (challenge|login|coresettings|logoff|ping)"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : connections) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                    continue;
                }
                actions.add(List.copyOf(lines));
                reply(socket, lines);
                lines.clear();
            }
        } catch (IOException closed) {
            // The test or the link ended it.
        }
    }

    private void reply(Socket socket, List<String> lines) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.forEach(line ->
                headers.put(line.split(":", 2)[0].toLowerCase(java.util.Locale.ROOT), line.split(":", 2)[1].strip()));
        String action = headers.getOrDefault("action", "");
        List<String> packets = switch (action) {
            case "Challenge" -> List.of("Response: Success\r\nChallenge: 1");
            case "Login" ->
                List.of("Response: Success\r\nMessage: Authentication accepted", "Event: FullyBooted\r\nUptime: 60");
            case "CoreSettings" -> List.of("Response: Success\r\nAMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1");
            case "Ping" -> deaf ? List.of() : List.of("Response: Success\r\nPing: Pong");
            default -> deaf ? List.of() : answer.apply(action);
        };
        say(socket, packets, "\r\nActionID: " + headers.get("actionid"));
    }

    private static void say(Socket socket, List<String> packets, String more) throws IOException {
        OutputStream out = socket.getOutputStream();
        synchronized (socket) {
            for (String packet : packets) {
                out.write((packet + more + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        }
    }
}
