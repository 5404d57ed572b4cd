package io.ahoy.router.channel.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.Titles;
import io.ahoy.router.channel.email.rule.MadeCentre;
import io.ahoy.router.channel.email.rule.MadeMail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyTextsTest {
    private static final UUID ARTICLE = new UUID(7, 7);
    private static final Instant OPEN = Instant.parse("2026-11-25T09:30:00Z");
    private static final Instant CLOSED = Instant.parse("2026-11-25T18:00:00Z");
    private static final String GERMAN =
            "Guten Tag, wo bleibt mein Paket? Es sollte schon am Montag kommen, und ich habe noch nichts gehört.";
    private static final String FRENCH =
            "Bonjour, où est mon colis ? Il devait arriver lundi et je n'ai toujours rien reçu de votre part.";

    @Test
    void aCustomerIsAnsweredInHisLanguageIfItIsOneOfOurs() {
        assertThat(reply(mail("Paket").text(GERMAN), OPEN).body()).startsWith("Vielen Dank");
        assertThat(reply(mail("Colis").text(FRENCH), OPEN).body()).startsWith("Thank you");
        MailTemplate ours = template("ours", Purpose.ACKNOWLEDGEMENT, Optional.empty(), Map.of("fr", "Merci !"));
        assertThat(reply(mail("Colis").text(FRENCH), OPEN, ours).body()).isEqualTo("Merci !\n");
        assertThat(reply(mail("Paket").text(GERMAN), OPEN, ours).body()).isEqualTo("Merci !\n");
    }

    @Test
    void whileItIsClosedHeIsToldWhenItOpens() {
        ReplyTexts.Text told = reply(mail("Paket").text(GERMAN), CLOSED);
        assertThat(told.purpose()).isEqualTo(Purpose.OUT_OF_HOURS);
        assertThat(told.body()).contains("Mittwoch, 2. Dezember 2026").contains("09:00");
        assertThat(reply(mail("Paket").text(GERMAN), OPEN).purpose()).isEqualTo(Purpose.ACKNOWLEDGEMENT);
    }

    @Test
    void aTextOfTheQueueGoesBeforeOneOfAllQueues() {
        MailTemplate all = template("all", Purpose.ACKNOWLEDGEMENT, Optional.empty(), Map.of("en", "all"));
        MailTemplate own = template("own", Purpose.ACKNOWLEDGEMENT, Optional.of("mail"), Map.of("en", "own"));
        MailTemplate other = template("other", Purpose.ACKNOWLEDGEMENT, Optional.of("sales"), Map.of("en", "other"));
        assertThat(reply(mail("Hello"), OPEN, all, other, own).body()).isEqualTo("own\n");
        assertThat(reply(mail("Hello"), OPEN, other, all).body()).isEqualTo("all\n");
    }

    @Test
    void aLineThatNamesWhatIsNotKnownIsLeftOut() {
        MailTemplate ours = template(
                "ours",
                Purpose.ACKNOWLEDGEMENT,
                Optional.empty(),
                Map.of("en", "Dear {name},\n\nyour number is {number}.\n\nYours, {centre}"));
        assertThat(reply(mail("Hello"), OPEN, ours).body()).isEqualTo("Dear Ruth,\n\nYours, The Shop\n");
    }

    @Test
    void whatACustomerWroteBecomesNoHeaderAndNoVariable() {
        MadeMail evil = new MadeMail(
                "\"Eve\r\nBcc: all@shop.example\u2028{number}\" <eve@mail.example>",
                "Hi\r\nBcc: all@shop.example\n\u202e{centre}");
        MailTemplate ours = new MailTemplate(
                "ours",
                new Titles("O", "O"),
                Purpose.ACKNOWLEDGEMENT,
                Optional.empty(),
                new TreeMap<>(Map.of("en", new MailTemplate.Text("{subject} / {name}", "To {name}\nabout {subject}"))));
        ReplyTexts.Text told = reply(evil, OPEN, ours);
        assertThat(told.subject())
                .contains("Bcc: all@shop.example")
                .contains("{centre}")
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
        assertThat(told.body().lines()).hasSize(2);
        assertThat(reply(evil, OPEN).subject()).startsWith("Re: Hi").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }

    @Test
    void theArticleThatFitsStandsBeforeTheSignature() {
        ReplyTexts texts = texts();
        texts.suggestFrom((subject, language, now) -> subject.equals("Where is my parcel")
                ? Optional.of(new HelpfulArticles.Article(ARTICLE, "Parcels", "Look at {number} of your {centre}."))
                : Optional.empty());
        String helped = texts.reply(
                        mail("Where is my parcel").understood(), MadeMail.MAILBOX, "mail", Optional.empty(), OPEN)
                .body();
        assertThat(helped)
                .containsSubsequence(
                        "We have received it",
                        "help in the meantime: Parcels",
                        "Look at {number} of your {centre}.",
                        "-- \nThe Shop");
        String without = texts.reply(mail("Else").understood(), MadeMail.MAILBOX, "mail", Optional.empty(), OPEN)
                .body();
        assertThat(without).doesNotContain("meantime");
        assertThat(helped).as("without an address nobody is asked").doesNotContain("answer your question");
        texts.askAt((mail, article, now) -> Optional.of("https://desk.example/helped/" + article));
        String asked = texts.reply(
                        mail("Where is my parcel").understood(), MadeMail.MAILBOX, "mail", Optional.empty(), OPEN)
                .body();
        assertThat(asked)
                .containsSubsequence(
                        "Look at", "answer your question", "\nhttps://desk.example/helped/" + ARTICLE, "-- \nThe Shop");
    }

    private static MadeMail mail(String subject) {
        return new MadeMail("Ruth <ruth@mail.example>", subject);
    }

    private static ReplyTexts.Text reply(MadeMail mail, Instant now, MailTemplate... templates) {
        return texts(templates).reply(mail.understood(), MadeMail.MAILBOX, "mail", Optional.empty(), now);
    }

    private static ReplyTexts texts(MailTemplate... templates) {
        return new ReplyTexts("The Centre", MadeCentre.ZONE, MadeCentre.configuration(templates));
    }

    private static MailTemplate template(
            String id, Purpose purpose, Optional<String> queue, Map<String, String> bodies) {
        TreeMap<String, MailTemplate.Text> texts = new TreeMap<>();
        bodies.forEach((language, body) -> texts.put(language, new MailTemplate.Text("Re: {subject}", body)));
        return new MailTemplate(id, new Titles("T", "T"), purpose, queue, texts);
    }
}
