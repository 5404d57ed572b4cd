package io.ahoy.desktop.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One SIPp process on a loopback port, working in a folder of its own where its scenario, fields and logs are kept. */
final class Sipp implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final String name;
    private final int port;
    private final Process process;
    private final SipLog log;

    private Sipp(Path folder, String name, int port, Process process) {
        this.folder = folder;
        this.name = name;
        this.port = port;
        this.process = process;
        this.log = new SipLog(folder.resolve(name + ".messages.log"));
    }

    /**
     * @param scenario file under {@code src/test/resources/sipp}
     * @param settings what stands in the scenario as {@code @NAME@}
     */
    static Sipp start(Path folder, String scenario, Map<String, String> settings, int port, List<String> arguments) {
        String name = scenario.replace(".xml", "");
        try {
            Files.writeString(folder.resolve(scenario), filledIn(scenario, settings));
            List<String> command = new ArrayList<>(List.of("sipp", "-sf", scenario, "-nostdin"));
            command.addAll(List.of("-i", LOOPBACK, "-bind_local", "-p", String.valueOf(port)));
            command.addAll(List.of("-trace_msg", "-message_file", name + ".messages.log"));
            command.addAll(List.of("-trace_err", "-error_file", name + ".errors.log"));
            // Its screens would fill the disk, and a default of its own would hang up on whoever waits long.
            command.addAll(List.of("-f", "3600", "-recv_timeout", "86400000"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".out").toFile())
                    .start();
            return new Sipp(folder, name, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start sipp; on Debian: apt-get install sip-tester", e);
        }
    }

    private static String filledIn(String scenario, Map<String, String> settings) throws IOException {
        try (InputStream in = Sipp.class.getResourceAsStream("/sipp/" + scenario)) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario /sipp/" + scenario);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                text = text.replace("@" + setting.getKey() + "@", setting.getValue());
            }
            return text;
        }
    }

    int port() {
        return port;
    }

    List<SipMessage> messages() {
        return log.messages();
    }

    /** Its own exit, with code 0 if every call went as the scenario says. */
    int await(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("sipp still runs after " + seconds + " s: " + trouble());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it complained about, for a failure's message. */
    String trouble() {
        StringBuilder trouble = new StringBuilder();
        for (String ending : List.of(".out", ".errors.log")) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                try {
                    trouble.append(file).append(":\n").append(Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    trouble.append(e);
                }
            }
        }
        return trouble.toString();
    }

    /** The scenarios hang up when they hear this. SIPp takes it from anybody who knows the call's Call-ID. */
    void hangUp(String callId) {
        String notify = "NOTIFY sip:sipp@" + LOOPBACK + ":" + port + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + LOOPBACK + ":9;branch=z9hG4bK-hang-up\r\n"
                + "From: <sip:test@" + LOOPBACK + ">;tag=test\r\nTo: <sip:sipp@" + LOOPBACK + ">\r\n"
                + "Call-ID: " + callId + "\r\nCSeq: 1 NOTIFY\r\nContent-Length: 0\r\n\r\n";
        byte[] bytes = notify.getBytes(StandardCharsets.ISO_8859_1);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(LOOPBACK), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await(10);
    }
}
