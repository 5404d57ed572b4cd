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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The router hears of what was split and joined, also when it was away, or Ahoy ended in between. */
class TellingsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Actor ANNA = new Actor(UuidV7.next(NOW), Role.AGENT, Set.of(), Optional.empty(), NOW);
    private static final UUID BO = UuidV7.next(NOW);

    @RegisterExtension
    static final MailGround ground = new MailGround();

    private final FakeRouter router = new FakeRouter();
    private final List<UUID> changed = new CopyOnWriteArrayList<>();
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

    @Test
    void whatAnotherAgentHasByThenStaysSplit_andIsPutBackOnceHeHasItNoMore() throws InterruptedException {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        Move move = regrouping.split(first, second, false, false, ANNA);
        router.takes(move.interaction(), BO);
        assertThatThrownBy(() -> regrouping.undo(move.id(), first, ANNA))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("stays split");
        assertThat(router.withdrawn()).isEmpty();
        assertThat(standsIn(move.to())).containsExactly(second);
        assertThat(standsIn(first)).containsExactly(first);
        assertThat(ground.mails().get(second).orElseThrow().interaction()).contains(move.interaction());
        assertThat(ground.mails().threadOf(move.interaction())).contains(move.to());
        assertThat(moves.ofThread(first)).extracting(Move::id).containsExactly(move.id());
        assertThat(moves.get(move.id()).orElseThrow().before().routing())
                .isEqualTo(move.before().routing());
        assertThat(unrouted(move)).isFalse();

        router.takes(move.interaction(), ANNA.agent());
        regrouping.undo(move.id(), first, ANNA);
        assertThat(router.withdrawn()).containsExactly(move.interaction());
        assertThat(standsIn(first)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aSplitThatIsUndoneBeforeTheRouterHeardOfItComesAndGoes() throws InterruptedException {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        router.goAway();
        Move move = regrouping.split(first, second, false, false, ANNA);
        regrouping.undo(move.id(), first, ANNA);
        router.comeBack();
        await().atMost(LIMIT).until(() -> router.withdrawn().contains(move.interaction()));
        assertThat(router.arrived()).contains(move.interaction());
        await().atMost(LIMIT).until(() -> !unrouted(move));
    }

    @Test
    void aJoinThatIsToldLateLeavesToWhoeverHasItWhatHeHas_inTheOneConversation() throws InterruptedException {
        UUID into = came(Optional.empty());
        UUID other = came(Optional.empty());
        router.goAway();
        Move move = regrouping.join(into, other, Optional.empty(), ANNA);
        router.takes(other, BO);
        router.comeBack();
        await().atMost(LIMIT).until(() -> !unrouted(move));
        await().atMost(LIMIT).until(() -> changed.contains(other));
        assertThat(router.withdrawn()).isEmpty();
        assertThat(standsIn(into)).containsExactlyInAnyOrder(into, other);
        assertThat(ground.mails().threadOf(other)).contains(into);
        assertThat(ground.mails().get(other).orElseThrow().interaction())
                .as("it is he who deals with it")
                .contains(other);

        regrouping.undo(move.id(), into, ANNA);
        assertThat(standsIn(other)).containsExactly(other);
        assertThat(ground.mails().threadOf(other)).contains(other);
        assertThat(ground.mails().interactionOf(other)).as("he still has it").contains(other);
        assertThat(router.arrived()).as("and nobody else gets it").isEmpty();
    }

    @Test
    void anUndoneSplitThatIsToldLateLeavesWhoHasItInTheConversation() throws InterruptedException {
        UUID first = came(Optional.empty());
        UUID second = came(Optional.of(first));
        Move move = regrouping.split(first, second, false, false, ANNA);
        router.goAway();
        regrouping.undo(move.id(), first, ANNA);
        router.takes(move.interaction(), BO);
        router.comeBack();
        await().atMost(LIMIT).until(() -> !unrouted(move));
        await().atMost(LIMIT).until(() -> changed.contains(move.interaction()));
        assertThat(router.withdrawn()).isEmpty();
        assertThat(standsIn(first)).containsExactlyInAnyOrder(first, second);
        assertThat(ground.mails().threadOf(move.interaction())).contains(first);
    }

    @Test
    void whatCannotBePutBackBecauseAMailCameInThatMomentIsTheOneConversationOfBoth() throws InterruptedException {
        UUID into = came(Optional.empty());
        UUID other = came(Optional.empty());
        router.takes(other, BO);
        List<UUID> late = new CopyOnWriteArrayList<>();
        router.meanwhile(() -> late.add(came(Optional.of(into))));
        Move move = regrouping.join(into, other, Optional.empty(), ANNA);
        assertThat(standsIn(into)).containsExactlyInAnyOrder(into, other, late.getFirst());
        assertThat(ground.mails().threadOf(other)).contains(into);
        assertThat(unrouted(move)).isFalse();
        assertThat(changed).contains(other);
    }

    private static List<UUID> standsIn(UUID thread) {
        return ground.mails().thread(thread).stream().map(Mail::id).toList();
    }

    private boolean unrouted(Move move) {
        return moves.unrouted().stream().anyMatch(one -> one.id().equals(move.id()));
    }

    private Tellings tellings() {
        return new Tellings(
                ground.db(),
                (customer, now) -> Wish.NONE,
                CompletableFuture.<Intake>completedFuture(router),
                () -> NOW,
                changed::add);
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
