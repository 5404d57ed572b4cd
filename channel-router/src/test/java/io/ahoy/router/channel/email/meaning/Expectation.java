package io.ahoy.router.channel.email.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The reading that stands beside a mail of the corpus; what it does not speak of may be anything. */
final class Expectation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Expectation() {}

    /** In words, what differs between the mail's meaning and the reading beside it; empty when nothing does. */
    static List<String> differences(Path eml) throws IOException {
        JsonNode expected =
                JSON.readTree(Path.of(eml.toString().replace(".eml", ".json")).toFile());
        Meaning meaning = Meaning.of(EmlFile.read(eml));
        List<String> differences = new ArrayList<>();
        Iterator<String> names = expected.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            String wanted = expected.get(name).isTextual()
                    ? expected.get(name).asText()
                    : expected.get(name).toString();
            String found = found(name, meaning);
            boolean same = name.equals("evidence")
                    ? found.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))
                    : Objects.equals(wanted, found);
            if (!same) {
                differences.add("%s: expected <%s> but found <%s>".formatted(name, wanted, found));
            }
        }
        return differences;
    }

    private static String found(String name, Meaning meaning) {
        return switch (name) {
            case "kind" -> meaning.kind().name();
            case "recipients" -> recipients(meaning);
            case "originalMessageId" ->
                meaning.bounce()
                        .flatMap(Bounce::originalMessageId)
                        .or(() -> meaning.feedback().flatMap(Feedback::originalMessageId))
                        .orElse("");
            case "feedbackType" -> meaning.feedback().map(Feedback::type).orElse("");
            case "complainant" ->
                meaning.feedback().flatMap(Feedback::recipient).orElse("");
            case "mailingList" -> String.valueOf(meaning.mailingList());
            case "evidence" -> String.join("; ", meaning.evidence());
            case "fresh" -> meaning.fresh().fresh();
            case "quoted" -> meaning.fresh().quoted();
            case "signature" -> meaning.fresh().signature();
            case "language" -> meaning.language().map(Locale::toLanguageTag).orElse("");
            default -> throw new IllegalArgumentException("the expected reading has an unknown name: " + name);
        };
    }

    /** As in the files: an array of "address status kind hard|soft gone|trying"; "-" for no status. */
    private static String recipients(Meaning meaning) {
        List<String> lines = meaning.bounce().stream()
                .flatMap(bounce -> bounce.recipients().stream())
                .map(failed -> "%s %s %s %s %s"
                        .formatted(
                                failed.address(),
                                failed.status().orElse("-"),
                                failed.kind(),
                                failed.hard() ? "hard" : "soft",
                                failed.gaveUp() ? "gone" : "trying"))
                .toList();
        return JSON.valueToTree(lines).toString();
    }
}
