package io.ahoy.router.channel.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.Titles;
import io.ahoy.router.channel.email.reply.AnswerTexts.About;
import io.ahoy.router.channel.email.reply.AnswerTexts.Ready;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {
    private static final Titles TITLE = new Titles("Title", "标题");

    @Test
    void theQueuesOwnSignatureGoesBeforeThatOfEveryQueueAndOthersAreNotThere() {
        AnswerTexts texts = new AnswerTexts(List.of(
                template("all", Purpose.SIGNATURE, "", Map.of("en", "All")),
                template("other", Purpose.SIGNATURE, "sales", Map.of("en", "Sales")),
                template("own", Purpose.SIGNATURE, "mail", Map.of("en", "Own"))));
        assertThat(texts.signatures(about("en", "Ruth")))
                .extracting(Ready::text)
                .containsExactly("-- \nOwn", "-- \nAll");
    }

    @Test
    void aSignatureThatHasItsMarkIsNotMarkedTwice() {
        AnswerTexts texts =
                new AnswerTexts(List.of(template("all", Purpose.SIGNATURE, "", Map.of("en", "-- \n{agent}"))));
        assertThat(texts.signatures(about("en", "Ruth")))
                .extracting(Ready::text)
                .containsExactly("-- \nAnna");
    }

    @Test
    void theLanguageIsThatOfTheCustomer() {
        AnswerTexts texts = new AnswerTexts(List.of(template(
                "all",
                Purpose.SIGNATURE,
                "",
                Map.of("en", "{queue} of {centre}", "de", "{agent} grüßt", "zh", "{centre}{queue}"))));
        assertThat(texts.signatures(about("de-CH", "Ruth")).getFirst().text()).isEqualTo("-- \nAnna grüßt");
        assertThat(texts.signatures(about("zh", "Ruth")).getFirst().text()).isEqualTo("-- \nShop邮件");
        assertThat(texts.signatures(about("fr", "Ruth")).getFirst().text()).isEqualTo("-- \nMail of Shop");
    }

    @Test
    void whatACustomerWroteBecomesNoLineAndNoVariable() {
        AnswerTexts texts =
                new AnswerTexts(List.of(template("hi", Purpose.CANNED, "", Map.of("en", "Dear {name},\nyes."))));
        assertThat(texts.canned(about("en", "{agent}\nEve")).getFirst().text()).isEqualTo("Dear {agent} Eve,\nyes.");
        assertThat(texts.canned(about("en", " ")).getFirst().text()).isEqualTo("yes.");
    }

    @Test
    void whatSaysNothingHereIsLeftOut() {
        AnswerTexts texts = new AnswerTexts(List.of(template("hi", Purpose.CANNED, "", Map.of("en", "Dear {name},"))));
        assertThat(texts.canned(about("en", ""))).isEmpty();
    }

    private static About about(String language, String name) {
        return new About(
                Optional.of("mail"),
                Optional.of(new Titles("Mail", "邮件")),
                Optional.of(language),
                Optional.empty(),
                "Where is it?",
                name,
                "Shop",
                "Anna");
    }

    private static MailTemplate template(String id, Purpose purpose, String queue, Map<String, String> bodies) {
        TreeMap<String, MailTemplate.Text> texts = new TreeMap<>();
        bodies.forEach((language, body) -> texts.put(language, new MailTemplate.Text("", body)));
        return new MailTemplate(id, TITLE, purpose, Optional.of(queue).filter(one -> !one.isEmpty()), texts);
    }
}
