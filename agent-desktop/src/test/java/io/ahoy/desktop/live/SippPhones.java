package io.ahoy.desktop.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Agents' desk phones, all of one manner: one SIPp process that registered them and takes their calls. */
public final class SippPhones implements AutoCloseable {
    /** In place of a port: whoever calls knows where the phones are. */
    static final int NO_REGISTRAR = 0;

    private final List<String> extensions;
    private final Ears ears;
    private final Sipp sipp;

    private SippPhones(List<String> extensions, Ears ears, Sipp sipp) {
        this.extensions = extensions;
        this.ears = ears;
        this.sipp = sipp;
    }

    /**
     * @param secrets by extension; those of the desk phones, not of the browsers'
     * @param sipPort of Asterisk on loopback
     */
    public static SippPhones register(Path folder, int sipPort, Map<String, String> secrets, PhoneManner manner) {
        List<String> extensions = List.copyOf(secrets.keySet());
        Ears ears = new Ears(extensions);
        StringBuilder fields = new StringBuilder("SEQUENTIAL\n");
        for (int i = 0; i < extensions.size(); i++) {
            String extension = extensions.get(i);
            String proof = "[authentication username=" + extension + " password=" + secrets.get(extension) + "]";
            fields.append(extension + ";" + proof + ";" + ears.get(i).port() + "\n");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("phones.csv"), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Asterisk calls a phone where its registration came from, so both scenarios use one port, one after the other.
        int port = FreePorts.udp();
        if (sipPort != NO_REGISTRAR) {
            register(folder, sipPort, port, extensions.size());
        }
        List<String> arguments = List.of("-inf", "phones.csv", "-infindex", "phones.csv", "0");
        return new SippPhones(
                extensions, ears, Sipp.start(folder, manner.scenario(), manner.settings(), port, arguments));
    }

    private static void register(Path folder, int sipPort, int port, int count) {
        List<String> arguments = new ArrayList<>(List.of("127.0.0.1:" + sipPort, "-inf", "phones.csv"));
        arguments.addAll(List.of("-m", String.valueOf(count), "-r", "50", "-timeout", "20s"));
        try (Sipp registration = Sipp.start(folder, "register.xml", Map.of(), port, arguments)) {
            if (registration.await(30) != 0) {
                throw new IllegalStateException("phones could not register: " + registration.trouble());
            }
        }
    }

    int port() {
        return sipp.port();
    }

    public Ear ear(String extension) {
        return ears.get(extensions.indexOf(extension));
    }

    /** Every call so far, in the order of their first INVITE. */
    public List<PhoneCall> calls() {
        return sipp.messages().stream()
                .collect(Collectors.groupingBy(SipMessage::callId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PhoneCall::of)
                .flatMap(Optional::stream)
                .toList();
    }

    public List<PhoneCall> calls(String extension) {
        return calls().stream()
                .filter(call -> call.extension().equals(extension))
                .toList();
    }

    /** The conversation this phone is in. */
    public Optional<PhoneCall> talking(String extension) {
        return calls(extension).stream().filter(PhoneCall::isTalking).findFirst();
    }

    public long talking() {
        return calls().stream().filter(PhoneCall::isTalking).count();
    }

    public void hangUp(String extension) {
        talking(extension).ifPresent(call -> sipp.hangUp(call.callId()));
    }

    /** What SIPp complained about. */
    public String trouble() {
        return sipp.trouble();
    }

    @Override
    public void close() {
        sipp.close();
        ears.close();
    }
}
