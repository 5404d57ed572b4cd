package io.ahoy.router.channel.email.send;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that fails as it is told. Each connection follows a script of its own: what is answered to a command that begins so,
 * {@link #CUT} or {@link #HANG_UP}. Beside commands a script may name {@link #MIDDLE} and {@link #DOT}, and after the last answer {@link #AFTERWARDS}.
 * What no script names goes well.
 */
final class ScriptedSmtp implements AutoCloseable {
    static final String CUT = "";

    static final String HANG_UP = "(hang up)";
    /** Some of the text has come. */
    static final String MIDDLE = "(middle of the text)";

    static final String DOT = ".";
    static final String AFTERWARDS = "(afterwards)";

    private static final int SOME_BYTES = 1000;
    private static final Map<String, String> WELL =
            Map.of("EHLO", "250 scripted", "DATA", "354 go on", "QUIT", "221 bye");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Map<String, String>> scripts = new ConcurrentLinkedQueue<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    ScriptedSmtp() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    /** Text that came with its final dot, whatever was answered then. */
    record Taken(String from, List<String> to, String text) {
        /** The values of a header; folded ones in one line. */
        List<String> header(String name) {
            String head = text.substring(0, text.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** For the next connection that has none yet. */
    void script(Map<String, String> script) {
        scripts.add(script);
    }

    int port() {
        return door.getLocalPort();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Of all connections. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                Map<String, String> script = scripts.poll();
                new Conversation(client, script == null ? Map.of() : script).hold();
            } catch (IOException cut) {
                // Scripted, or the test is over.
            }
        }
    }

    /** One connection. */
    private final class Conversation {
        private final Socket client;
        private final Map<String, String> script;
        private final InputStream in;
        private final Queue<String> to = new ArrayDeque<>();
        private String from = "";

        Conversation(Socket client, Map<String, String> script) throws IOException {
            this.client = client;
            this.script = script;
            this.in = new BufferedInputStream(client.getInputStream());
        }

        void hold() throws IOException {
            say("220 scripted");
            for (String line = line(); ; line = line()) {
                commands.add(line);
                String answer = answer(line);
                say(answer);
                if (line.startsWith("MAIL")) {
                    from = line;
                    to.clear();
                } else if (line.startsWith("RCPT") && answer.startsWith("250")) {
                    to.add(line.substring("RCPT TO:<".length(), line.indexOf('>')));
                } else if (line.equals("DATA") && answer.startsWith("354")) {
                    text();
                } else if (line.equals("QUIT")) {
                    return;
                }
            }
        }

        private void text() throws IOException {
            if (script.containsKey(MIDDLE)) {
                in.readNBytes(SOME_BYTES);
                cut();
            }
            StringBuilder text = new StringBuilder();
            for (String line = line(); !line.equals("."); line = line()) {
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            taken.add(new Taken(from, new ArrayList<>(to), text.toString()));
            say(answer(DOT));
            if (script.containsKey(AFTERWARDS)) {
                cut();
            }
        }

        private String answer(String line) {
            return script.keySet().stream()
                    .filter(line::startsWith)
                    .findFirst()
                    .map(script::get)
                    .orElseGet(() -> WELL.getOrDefault(line.split(" ", 2)[0], "250 well"));
        }

        private void say(String answer) throws IOException {
            if (answer.equals(CUT)) {
                cut();
            }
            if (answer.equals(HANG_UP)) {
                throw new IOException("hung up as scripted");
            }
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private void cut() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
            throw new IOException("cut as scripted");
        }

        /** Without its end. */
        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the client has gone");
                }
                if (next != '\r') {
                    line.write(next);
                }
            }
            return line.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
