package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails written for Ahoy, each with its expected reading beside it. */
class MailCorpusTest {
    static final Path FOLDER = Path.of("src/test/resources/mail/read");

    private final MailReader reader = new MailReader(Trust.NONE);

    static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreMailsOfEveryKind() throws IOException {
        assertThat(mails()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void readsAsExpected(Path mail) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Path.of(mail.toString().replace(".eml", ".json")).toFile());
        ReadMail read = reader.read(mail);
        SoftAssertions check = new SoftAssertions();
        expected.path("headers")
                .fields()
                .forEachRemaining(header -> check.assertThat(read.headers().first(header.getKey()))
                        .contains(header.getValue().textValue()));
        if (expected.has("subject")) {
            check.assertThat(read.headers().first("Subject"))
                    .contains(expected.get("subject").textValue());
        }
        if (expected.has("from")) {
            check.assertThat(read.headers().first("From"))
                    .contains(expected.get("from").textValue());
        }
        words(mail, expected, read, check);
        if (expected.has("parts")) {
            parts(mail, expected.get("parts"), read, check);
        }
        check.assertThat(read.protection().state())
                .isEqualTo(Protection.State.valueOf(expected.get("protection").textValue()));
        check.assertThat(read.problems().stream()
                        .map(problem -> problem.kind().name())
                        .distinct())
                .as("problems %s", read.problems())
                .containsExactlyInAnyOrderElementsOf(texts(expected, "problems"));
        check.assertAll();
    }

    private void words(Path mail, JsonNode expected, ReadMail read, SoftAssertions check) throws IOException {
        if (expected.has("text")) {
            check.assertThat(read.text().strip()).isEqualTo(expected.get("text").textValue());
        }
        texts(expected, "textContains")
                .forEach(each -> check.assertThat(read.text()).contains(each));
        texts(expected, "textExcludes")
                .forEach(each -> check.assertThat(read.text()).doesNotContain(each));
        String html = reader.html(mail).orElse("");
        texts(expected, "htmlContains").forEach(each -> check.assertThat(html).contains(each));
        texts(expected, "htmlExcludes").forEach(each -> check.assertThat(html).doesNotContain(each));
        if (expected.has("hasHtml")) {
            check.assertThat(read.layout().isPresent())
                    .isEqualTo(expected.get("hasHtml").booleanValue());
        }
    }

    private void parts(Path mail, JsonNode expected, ReadMail read, SoftAssertions check) throws IOException {
        check.assertThat(read.parts().stream().map(MailPart::number))
                .containsExactlyElementsOf(StreamSupport.stream(expected.spliterator(), false)
                        .map(part -> part.get("number").textValue())
                        .toList());
        for (int i = 0; i < Math.min(expected.size(), read.parts().size()); i++) {
            part(expected.get(i), read.parts().get(i), check);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            reader.write(mail, read.parts().get(i).number(), written);
            check.assertThat(written.size())
                    .as("bytes written of %s", read.parts().get(i).number())
                    .isEqualTo((int) read.parts().get(i).size());
        }
    }

    private static void part(JsonNode expected, MailPart part, SoftAssertions check) {
        String number = part.number();
        check.assertThat(part.mediaType())
                .as(number)
                .isEqualTo(expected.get("type").textValue());
        check.assertThat(part.within().orElse(""))
                .as(number)
                .isEqualTo(expected.path("within").asText(""));
        if (expected.has("name")) {
            check.assertThat(part.name())
                    .as(number)
                    .contains(expected.get("name").textValue());
        }
        if (expected.has("size")) {
            check.assertThat(part.size())
                    .as(number)
                    .isEqualTo(expected.get("size").longValue());
        }
        if (expected.has("inline")) {
            check.assertThat(part.inline())
                    .as(number)
                    .isEqualTo(expected.get("inline").booleanValue());
        }
        if (expected.has("text")) {
            check.assertThat(part.text())
                    .as(number)
                    .contains(expected.get("text").textValue());
        }
        if (expected.has("contentId")) {
            check.assertThat(part.contentId())
                    .as(number)
                    .contains(expected.get("contentId").textValue());
        }
    }

    private static List<String> texts(JsonNode expected, String field) {
        return StreamSupport.stream(expected.path(field).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
