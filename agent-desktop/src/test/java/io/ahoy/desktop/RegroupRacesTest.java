package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.team.Role;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.regroup.Regrouping;
import io.ahoy.router.channel.email.regroup.Tellings;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Somebody accepts a mail in the very moment in which another agent splits or joins its conversation. */
class RegroupRacesTest extends RegroupScene {
    /** What the page had looked at before it asked is no longer true when the router hears of it. */
    @Test
    void whatSomebodyAcceptsWhileItsSplitIsUndoneStaysHis_withACaseOfItsOwn() {
        Held held = twoMails();
        String invoice = held.mails().getLast();
        Reply done = split(held.anna(), held.interaction(), invoice);
        String fresh = done.json().path("interaction").asText();
        UUID move = UUID.fromString(done.json().path("move").asText());
        TestBrowser bo = acceptedBy("bo", fresh);
        Regrouping regrouping = centre.mailing().channel().regrouping();
        UUID seen = new Mails(centre.db())
                .threadOf(UUID.fromString(held.interaction()))
                .orElseThrow();
        assertThatThrownBy(() -> regrouping.undo(move, seen, actor("anna")))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("stays split");
        assertThat(has(fresh, "bo")).isTrue();
        assertThat(shown(bo, fresh)).containsExactly(invoice);
        assertThat(shown(held.anna(), held.interaction())).doesNotContain(invoice);
        assertThat(caseOf(bo, fresh)).isNotEmpty().isNotEqualTo(caseOf(held.anna(), held.interaction()));
        JsonNode line = held.anna()
                .get("/interactions/" + held.interaction() + "/mail")
                .json()
                .at("/moves/0");
        assertThat(line.path("id").asText()).isEqualTo(move.toString());
        String more = answerTo(invoice, "And the invoice?");
        assertThat(shown(bo, fresh)).containsExactly(invoice, more);
    }

    /** The router was away when it was joined, and somebody had it before the router heard of it. */
    @Test
    void bothWhoHaveAConversationThatWasJoinedTooLateSeeEachOther_andDoNotAnswerAtOnce() throws Exception {
        Held held = joinable();
        String other = held.mails().getLast();
        TestBrowser bo = acceptedBy("bo", other);
        TestFeed bos = bo.feed();
        bos.send(reading(other));
        TestFeed annas = held.anna().feed();
        annas.send(reading(held.interaction()));
        assertThat(keep(bo, other).status()).isEqualTo(200);
        joinUnheard(held.interaction(), other);
        assertThat(shown(bo, other)).isEqualTo(shown(held.anna(), held.interaction()));

        try (Tellings late = tellings(running())) {
            late.start();
            await().atMost(LIMIT).until(() -> new Moves(centre.db()).unrouted().isEmpty());
            bos.await("mail", frame -> frame.path("interaction").asText().equals(other));
            annas.await("readers", frame -> isOf(frame, "bo"));
            bos.await("readers", frame -> isOf(frame, "anna"));
        }
        assertThat(has(other, "bo")).isTrue();
        assertThat(has(held.interaction(), "anna")).isTrue();

        assertThat(keep(held.anna(), held.interaction()).status()).isEqualTo(200);
        assertThat(send(held.anna(), held.interaction(), 1).status()).isEqualTo(200);
        Reply second = send(bo, other, version(bo, other));
        assertThat(second.status()).as(second.text()).isEqualTo(409);
        assertThat(second.text()).contains("This was answered by Anna");

        assertThat(bo.post("/interactions/" + other + "/end", "").status()).isLessThan(300);
        assertThat(cause(other)).as("he ended it himself").isEqualTo("AGENT_HUNG_UP");
        assertThat(has(held.interaction(), "anna")).isTrue();
    }

    /** The router was away all the time. */
    @Test
    void aSplitThatIsUndoneBeforeTheRouterHeardOfItStandsOpenInNoHistory() throws Exception {
        Held held = twoMails();
        UUID on = UUID.fromString(held.interaction());
        UUID fresh;
        try (Tellings deaf = deaf()) {
            Regrouping regrouping = new Regrouping(centre.db(), Map.of(), deaf, interaction -> {});
            UUID invoice = UUID.fromString(held.mails().getLast());
            Move move = regrouping.split(on, invoice, false, false, actor("anna"));
            fresh = move.interaction();
            UUID seen = new Mails(centre.db()).threadOf(on).orElseThrow();
            regrouping.undo(move.id(), seen, actor("anna"));
        }
        try (Tellings late = tellings(running())) {
            late.start();
            assertThat(cause(fresh.toString())).isEqualTo("JOINED");
        }
        assertThat(view(fresh.toString())).isEmpty();
        assertThat(row("SELECT state FROM interaction WHERE id = ?", fresh.toString()))
                .contains("CLOSED");
        assertThat(has(held.interaction(), "anna")).isTrue();
    }

    private CompletableFuture<Intake> running() {
        return CompletableFuture.completedFuture(input -> CompletableFuture.completedFuture(centre.submit(input)));
    }

    private Tellings deaf() {
        return tellings(CompletableFuture.failedFuture(new Refused("stopping")));
    }

    private TestBrowser acceptedBy(String login, String interaction) {
        TestBrowser agent = ready(login);
        await().atMost(LIMIT)
                .until(() -> view(interaction)
                        .filter(view -> view.agent().equals(Optional.of(centre.agent(login))))
                        .isPresent());
        accept(agent, interaction);
        await().atMost(LIMIT).until(() -> has(interaction, login));
        return agent;
    }

    private boolean has(String interaction, String login) {
        return view(interaction)
                .filter(view -> view.state() == InteractionState.ACTIVE)
                .flatMap(InteractionView::agent)
                .filter(centre.agent(login)::equals)
                .isPresent();
    }

    private void joinUnheard(String held, String other) throws InterruptedException {
        try (Tellings deaf = deaf()) {
            Regrouping regrouping = new Regrouping(centre.db(), Map.of(), deaf, interaction -> {});
            regrouping.join(UUID.fromString(held), UUID.fromString(other), Optional.empty(), actor("anna"));
        }
    }

    private Tellings tellings(CompletableFuture<Intake> router) {
        return new Tellings(
                centre.db(),
                (customer, now) -> Wish.NONE,
                router,
                InstantSource.system(),
                centre.desktop().feed()::mailChanged);
    }

    private Actor actor(String login) {
        return new Actor(centre.agent(login).value(), Role.AGENT, Set.of(), Optional.empty(), Instant.now());
    }

    private static String reading(String interaction) {
        return "{\"type\":\"reading\",\"interaction\":\"" + interaction + "\",\"writes\":false}";
    }

    private boolean isOf(JsonNode frame, String login) {
        return frame.at("/readers/0/agent").asText().equals(centre.agent(login).toString());
    }

    /** An answer to the mail that it began with. */
    private Reply keep(TestBrowser by, String interaction) {
        return by.with("If-Match", "\"0\"")
                .put("/interactions/" + interaction + "/mail/draft", """
                {"answers": "%s", "to": [{"address": "%s", "name": ""}], "cc": [], "subject": "Re: Both", "text": "Soon.",
                 "files": []}
                """.formatted(interaction, address));
    }

    private static long version(TestBrowser by, String interaction) {
        return by.get("/interactions/" + interaction + "/mail")
                .json()
                .at("/draft/version")
                .asLong();
    }

    private static Reply send(TestBrowser by, String interaction, long version) {
        return by.post("/interactions/" + interaction + "/mail/send", "{\"version\":" + version + "}");
    }
}
