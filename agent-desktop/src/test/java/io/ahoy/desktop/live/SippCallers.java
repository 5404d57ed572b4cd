package io.ahoy.desktop.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Customers on real telephones: one SIPp process that places a call for each number, in that order, and stays on the line until
 * the other side or {@link Caller#hangUp} ends it.
 */
public final class SippCallers implements AutoCloseable {
    private static final Duration GOODBYE_LIMIT = Duration.ofSeconds(3);

    private final List<Caller> callers;
    private final Ears ears;
    private final Sipp sipp;

    private SippCallers(List<Caller> callers, Ears ears, Sipp sipp) {
        this.callers = callers;
        this.ears = ears;
        this.sipp = sipp;
    }

    /** So many numbers in a row: {@code numbers("+49301110", 20)} gives +4930111000 to +4930111019. */
    public static List<String> numbers(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> prefix + (index < 10 ? "0" : "") + index)
                .toList();
    }

    /**
     * What stands in From.
     *
     * @param number the user part of the address
     * @param name with its quotes. Either may hold any bytes (as ISO 8859-1) but line ends and semicolons
     */
    public record From(String number, String name) {
        /** An ear can speak only a plain name. */
        private String spoken() {
            return number.matches("[+0-9]{1,40}") ? number : "somebody";
        }
    }

    /**
     * @param folder for logs; made if missing
     * @param sipPort of Asterisk on loopback
     * @param perSecond how many begin to call in a second
     */
    public static SippCallers call(Path folder, int sipPort, String dialled, List<String> numbers, int perSecond) {
        return callFrom(folder, sipPort, dialled, named(numbers), perSecond);
    }

    /** As {@link #call}, the callers hearing but never speaking: hundreds who do would load the machine that is measured. */
    public static SippCallers callSilently(
            Path folder, int sipPort, String dialled, List<String> numbers, int perSecond) {
        List<From> froms = named(numbers);
        return call(folder, sipPort, dialled, froms, new Ears(numbers, false), perSecond);
    }

    private static List<From> named(List<String> numbers) {
        return numbers.stream()
                .map(number -> new From(number, "\"Caller " + number + "\""))
                .toList();
    }

    /** As {@link #call}, the callers saying of themselves what they like. */
    static SippCallers callFrom(Path folder, int sipPort, String dialled, List<From> froms, int perSecond) {
        Ears ears = new Ears(froms.stream().map(From::spoken).toList());
        return call(folder, sipPort, dialled, froms, ears, perSecond);
    }

    private static SippCallers call(
            Path folder, int sipPort, String dialled, List<From> froms, Ears ears, int perSecond) {
        StringBuilder fields = new StringBuilder("SEQUENTIAL\n");
        for (int i = 0; i < froms.size(); i++) {
            From from = froms.get(i);
            fields.append(from.number() + ";" + from.name() + ";" + ears.get(i).port() + "\n");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("callers.csv"), fields, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String count = String.valueOf(froms.size());
        List<String> arguments = new ArrayList<>(List.of("127.0.0.1:" + sipPort, "-s", dialled, "-inf", "callers.csv"));
        arguments.addAll(List.of("-m", count, "-l", count, "-r", String.valueOf(perSecond), "-cid_str", "%u-%p@%s"));
        Sipp sipp = Sipp.start(folder, "caller.xml", Map.of(), FreePorts.udp(), arguments);
        List<Caller> callers = IntStream.range(0, froms.size())
                .mapToObj(i -> new Caller(froms.get(i).number(), i + 1, ears.get(i), sipp))
                .toList();
        return new SippCallers(callers, ears, sipp);
    }

    public List<Caller> all() {
        return callers;
    }

    public Caller get(int index) {
        return callers.get(index);
    }

    public Caller byNumber(String number) {
        return callers.stream()
                .filter(caller -> caller.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    public long onTheLine() {
        return callers.stream().filter(Caller::isOnTheLine).count();
    }

    public void hangUpAll() {
        callers.stream().filter(Caller::isOnTheLine).forEach(Caller::hangUp);
    }

    /** What SIPp complained about. */
    public String trouble() {
        return sipp.trouble();
    }

    /** Whoever is still on the line hangs up first: Asterisk would keep the call of a caller who is merely gone. */
    @Override
    public void close() {
        hangUpAll();
        try {
            await().atMost(GOODBYE_LIMIT).until(() -> onTheLine() == 0);
        } catch (ConditionTimeoutException e) {
            // A test that left Asterisk dead or deaf is about to say so itself.
        }
        sipp.close();
        ears.close();
    }

    /** One of them. */
    public static final class Caller {
        private final String number;
        private final String callIdStart;
        private final Ear ear;
        private final Sipp sipp;

        private Caller(String number, int call, Ear ear, Sipp sipp) {
            this.number = number;
            this.callIdStart = call + "-";
            this.ear = ear;
            this.sipp = sipp;
        }

        public String number() {
            return number;
        }

        /** Whether a phone in Germany that shows this is called by him: numbers of one's own country are shown as dialled there. */
        public boolean isShownAs(String shown) {
            return number.equals(shown.startsWith("0") ? "+49" + shown.substring(1) : shown);
        }

        /** Who is joined with an agent at once hears no music before that would make him speak. */
        public Ear ear() {
            if (!ear.knowsWhereTo()) {
                messages()
                        .filter(m -> !m.sent() && m.answers("INVITE", 200, 299))
                        .flatMapToInt(m -> m.soundPort().stream())
                        .findFirst()
                        .ifPresent(ear::speakTo);
            }
            return ear;
        }

        public Optional<Instant> dialledAt() {
            return messages()
                    .filter(m -> m.sent() && m.method().equals("INVITE"))
                    .map(SipMessage::at)
                    .findFirst();
        }

        /** When Asterisk took the call; an agent's answer shows in what the ear hears. */
        public Optional<Instant> answeredAt() {
            return messages()
                    .filter(m -> !m.sent() && m.answers("INVITE", 200, 299))
                    .map(SipMessage::at)
                    .findFirst();
        }

        public Optional<Integer> refusedWith() {
            return messages()
                    .filter(m -> !m.sent() && m.answers("INVITE", 300, 699))
                    .findFirst()
                    .flatMap(SipMessage::status);
        }

        /** When either side said goodbye. */
        public Optional<Instant> endedAt() {
            return messages()
                    .filter(m -> m.method().equals("BYE"))
                    .map(SipMessage::at)
                    .findFirst();
        }

        public boolean wasHungUpOn() {
            return messages().anyMatch(m -> !m.sent() && m.method().equals("BYE"));
        }

        public boolean isOnTheLine() {
            return answeredAt().isPresent() && endedAt().isEmpty();
        }

        public void hangUp() {
            messages().findFirst().ifPresent(message -> sipp.hangUp(message.callId()));
        }

        private Stream<SipMessage> messages() {
            return sipp.messages().stream().filter(message -> message.callId().startsWith(callIdStart));
        }
    }
}
