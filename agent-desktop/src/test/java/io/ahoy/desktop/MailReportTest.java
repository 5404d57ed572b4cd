package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Place;
import io.ahoy.crm.mail.Received;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.desktop.TestBrowser.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports as supervisors and their spreadsheets read them. */
class MailReportTest {
    private static final Instant AT = Instant.parse("2026-10-25T00:30:00Z");

    @RegisterExtension
    final TestCentre centre = new TestCentre();

    private TestBrowser sara;

    @BeforeEach
    void fourMails() {
        sara = centre.signedIn("sara");
        if (read("").at("/total/volume/received").asInt() == 0) {
            came(AT, "info", Mail.State.RECORDED, "BOUNCE");
            came(AT, "=1+1", Mail.State.DROPPED, "HUMAN");
            UUID suppressed = came(AT.plusSeconds(3_600), "info", Mail.State.RECORDED, "HUMAN");
            new Replies(centre.db())
                    .suppressed(List.of(new Replies.Thought(
                            suppressed,
                            "ACKNOWLEDGEMENT",
                            "info",
                            Optional.empty(),
                            AT,
                            "BUDGET",
                            "",
                            Optional.empty())));
            came(Instant.parse("2026-10-26T00:00:00Z"), "info", Mail.State.RECORDED, "HUMAN");
            // What comes back by itself was sent by nobody; whoever names his mail so sends one nevertheless.
            UUID reminder = UuidV7.next(AT);
            came(
                    new Received(reminder, "info", "0".repeat(64), 1, Optional.of("follow-up.1@ahoy"), "f1", AT),
                    new Place.Ours(),
                    Mail.State.RECORDED,
                    "AUTOMATIC");
        }
    }

    @Test
    void whatCameIsTold() {
        JsonNode report = read("&by=mailbox");
        assertThat(report.at("/total/volume/received").asInt()).isEqualTo(3);
        assertThat(report.at("/total/volume/bounces").asInt()).isEqualTo(1);
        assertThat(report.at("/total/volume/spam").asInt()).isEqualTo(1);
        assertThat(report.at("/total/replies/suppressed/BUDGET").asInt()).isEqualTo(1);
        assertThat(report.at("/total/serviceLevel").has("share")).isFalse();
        assertThat(report.get("rows").findValuesAsText("key")).containsExactly("=1+1", "info");
        assertThat(read("&by=hour").get("rows").size())
                .isEqualTo(hours(report.get("zone").asText()));
    }

    @Test
    void programsGetATableInWhichNothingIsAFormula() {
        Reply asked = sara.get("/reports/mail?from=2026-10-25&to=2026-10-25&by=mailbox&format=csv");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(asked.header("Content-Disposition")).contains("mail-2026-10-25-2026-10-25-by-mailbox.csv");
        assertThat(asked.text()).contains(",suppressed_budget\r\n").endsWith("\r\n");
        List<String> lines = asked.text().lines().toList();
        assertThat(lines.getFirst())
                .startsWith("mailbox,received,contacts,")
                .endsWith(",replies_sent,suppressed_budget");
        assertThat(lines.get(1)).startsWith("'=1+1,1,0,0,0,1,0,0,");
        assertThat(lines.get(2)).startsWith("info,2,0,0,2,0,0,1,").endsWith(",0.000,,,,0,1");
        Reply accepted = centre.signedIn("sara")
                .with("Accept", "text/csv")
                .get("/reports/mail?from=2026-10-25&to=2026-10-25&by=mailbox");
        assertThat(accepted.text()).isEqualTo(asked.text());
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentence() {
        assertThat(refused("?from=2026-01-32")).isEqualTo("Must be a day, as 2026-01-31.");
        assertThat(refused("?from=2025-01-01&to=2026-02-05"))
                .isEqualTo("The span is too long for these rows; ask for at most 400 days.");
        assertThat(refused("?queue=nowhere")).isEqualTo("There is no such queue.");
        assertThat(sara.get("/reports/mail?by=agent").status()).isEqualTo(422);
    }

    @Test
    void anAgentIsToldNothing() {
        assertThat(centre.signedIn("anna").get("/reports/mail").status()).isEqualTo(403);
    }

    /** On the last Sunday of October. */
    private static int hours(String zone) {
        LocalDate day = LocalDate.of(2026, 10, 25);
        return (int) Duration.between(
                        day.atStartOfDay(ZoneId.of(zone)), day.plusDays(1).atStartOfDay(ZoneId.of(zone)))
                .toHours();
    }

    private JsonNode read(String more) {
        Reply reply = sara.get("/reports/mail?from=2026-10-25&to=2026-10-25" + more);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String refused(String query) {
        Reply reply = sara.get("/reports/mail" + query);
        assertThat(reply.status()).isEqualTo(422);
        return reply.json().path("detail").asText();
    }

    private UUID came(Instant at, String mailbox, Mail.State state, String kind) {
        UUID id = UuidV7.next(at);
        Optional<String> messageId = Optional.of("follow-up." + id + "@foreign.example");
        Received received = new Received(id, mailbox, "0".repeat(64), 1, messageId, id.toString(), at);
        came(received, new Place.Pop(id.toString()), state, kind);
        return id;
    }

    private void came(Received received, Place place, Mail.State state, String kind) {
        UUID id = received.id();
        Mails mails = new Mails(centre.db());
        mails.store(List.of(new Mails.Arrival(received, place)));
        mails.settle(new Mails.Reading(
                id,
                state,
                id,
                Optional.empty(),
                Optional.empty(),
                kind,
                MailAddress.of("x@foreign.example"),
                Recipients.to(MailAddress.of("support@demo-shop.example")),
                "",
                MailContent.text(""),
                Optional.empty()));
    }
}
