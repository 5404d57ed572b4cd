package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.MailTemplate.Purpose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MailTemplateCheckTest {
    private static final Titles TITLE = new Titles("T", "T");

    @Test
    void whatStandsInBracesIsKnown() {
        assertThat(problems(
                        template("a", Purpose.ACKNOWLEDGEMENT, "Re: {subject}", "{number} {name} {expected} {centre}")))
                .isEmpty();
        assertThat(problems(template("a", Purpose.OUT_OF_HOURS, "Re: {subject}", "{opens}")))
                .isEmpty();
        assertThat(problems(template("a", Purpose.SUGGESTION, "", "{article.title} {article.text}")))
                .isEmpty();
        assertThat(problems(template("a", Purpose.ACKNOWLEDGEMENT, "{sbject}", "{opens} {}")))
                .extracting(ConfigurationProblem::message)
                .containsExactly(
                        "There is no variable sbject in such a text; there are number, subject, name, centre, expected.",
                        "There is no variable opens in such a text; there are number, subject, name, centre, expected.",
                        "There is no variable  in such a text; there are number, subject, name, centre, expected.");
    }

    @Test
    void everyMistakeIsNamedByItsField() {
        assertThat(fields(template("a", Purpose.ACKNOWLEDGEMENT, "two\nlines", "x")))
                .containsExactly("texts.en.subject");
        assertThat(fields(template("a", Purpose.ACKNOWLEDGEMENT, "", " ")))
                .containsExactly("texts.en.subject", "texts.en.body");
        assertThat(fields(template("a", Purpose.CANNED, "", "x"))).isEmpty();
        MailTemplate.Text text = new MailTemplate.Text("s", "b");
        assertThat(fields(new MailTemplate(
                        "a", TITLE, Purpose.CANNED, Optional.of("nowhere"), new TreeMap<>(Map.of("German", text)))))
                .containsExactly("queue", "texts.German");
        assertThat(fields(new MailTemplate("a", TITLE, Purpose.CANNED, Optional.empty(), new TreeMap<>())))
                .containsExactly("texts");
    }

    @Test
    void whichOfTwoIsSentWouldBeChance() {
        MailTemplate one = template("one", Purpose.ACKNOWLEDGEMENT, "s", "b");
        assertThat(fields(one, template("two", Purpose.ACKNOWLEDGEMENT, "s", "b")))
                .containsExactly("purpose", "purpose");
        assertThat(fields(one, template("two", Purpose.OUT_OF_HOURS, "s", "b"))).isEmpty();
        MailTemplate canned = template("canned", Purpose.CANNED, "", "b");
        assertThat(fields(canned, template("more", Purpose.CANNED, "", "b"))).isEmpty();
    }

    private static MailTemplate template(String id, Purpose purpose, String subject, String body) {
        return new MailTemplate(
                id,
                TITLE,
                purpose,
                Optional.empty(),
                new TreeMap<>(Map.of("en", new MailTemplate.Text(subject, body))));
    }

    private static List<String> fields(MailTemplate... templates) {
        return problems(templates).stream().map(ConfigurationProblem::field).toList();
    }

    private static List<ConfigurationProblem> problems(MailTemplate... templates) {
        List<Versioned> all =
                Arrays.stream(templates).map(one -> new Versioned(one, 1)).toList();
        return ConfigurationCheck.problems(
                        new Configuration(Map.of(Kind.MAIL_TEMPLATES, all)), LocalDate.of(2026, 11, 23))
                .stream()
                .filter(problem -> problem.kind() == Kind.MAIL_TEMPLATES)
                .toList();
    }
}
