package io.ahoy.router.channel.email.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Role;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.FakeRouter;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The router hears of what was split and joined, also when it was away, or Ahoy ended in between. */
class TellingsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Actor ANNA = new Actor(UuidV7.next(NOW), Role.AGENT, Set.of(), Optional.empty(), NOW);

    @RegisterExtension
    static final MailGround ground = new MailGround();

    private final FakeRouter router = new FakeRouter();
    private final Moves moves = new Moves(ground.db());
    private final Tellings tellings = tellings();
    private final Regrouping regrouping = new Regrouping(ground.db(), Map.of(), tellings, interaction -> {});

    @AfterEach
    void close() throws InterruptedException {
        tellings.close();
    }

    @Test
    void aRouterThatWasAwayHearsOfItLater() throws InterruptedException {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        router.goAway();
        Move move = regrouping.split(first, second, false, false, ANNA);
        assertThat(router.arrived()).isEmpty();
        assertThat(moves.unrouted()).extracting(Move::id).contains(move.id());
        router.comeBack();
        await().atMost(LIMIT).until(() -> router.arrived().contains(move.interaction()));
        await().atMost(LIMIT)
                .until(() -> moves.unrouted().stream().noneMatch(one -> one.id().equals(move.id())));
    }

    @Test
    void whatWasDoneBeforeTheEndIsToldAfterTheStart() throws InterruptedException {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        router.goAway();
        Move move = regrouping.split(first, second, false, true, ANNA);
        tellings.close();
        router.comeBack();
        try (Tellings next = tellings()) {
            next.start();
            await().atMost(LIMIT).until(() -> router.arrived().contains(move.interaction()));
        }
    }

    /** The router knows nothing of what it is to withdraw: somebody has taken it, or it has just ended. */
    @Test
    void whatSomebodyTakesInThisMomentIsNotJoined() {
        UUID into = came(Optional.empty());
        UUID other = came(Optional.empty());
        assertThatThrownBy(() -> regrouping.join(into, other, Optional.empty(), ANNA))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("right now");
        Mails mails = ground.mails();
        assertThat(mails.thread(into)).extracting(Mail::id).containsExactly(into);
        assertThat(mails.thread(other)).extracting(Mail::id).containsExactly(other);
        assertThat(mails.get(other).orElseThrow().interaction()).contains(other);
        assertThat(moves.ofThread(into)).isEmpty();
    }

    private Tellings tellings() {
        return new Tellings(
                ground.db(),
                (customer, now) -> Wish.NONE,
                CompletableFuture.<Intake>completedFuture(router),
                () -> NOW);
    }

    private static UUID came(Optional<UUID> answered) {
        UUID id = ground.store("support", "Message-ID: <" + UUID.randomUUID() + "@mail.example>\n\nHello", NOW);
        UUID thread = answered.orElse(id);
        MailAddress ruth = MailAddress.of("ruth@mail.example");
        if (answered.isEmpty()) {
            new History(ground.db())
                    .open(new NewContact(
                            id,
                            Channel.EMAIL.name(),
                            "Ruth",
                            false,
                            Optional.empty(),
                            Optional.of(ruth.address()),
                            "support@shop.example",
                            Optional.empty(),
                            NOW));
        }
        ground.mails()
                .settle(new Mails.Reading(
                        id,
                        Mail.State.ROUTED,
                        thread,
                        Optional.empty(),
                        Optional.of(thread),
                        "HUMAN",
                        ruth,
                        Recipients.to(MailAddress.of("support@shop.example")),
                        "Parcel",
                        MailContent.text("Where is it?"),
                        Optional.empty()));
        return id;
    }
}
