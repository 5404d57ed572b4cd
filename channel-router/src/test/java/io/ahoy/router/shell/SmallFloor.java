package io.ahoy.router.shell;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.TransferTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What people do on a small floor with one queue, said to some router. */
final class SmallFloor {
    static final AgentId ANNA = new AgentId(new UUID(2, 1));
    static final AgentId BO = new AgentId(new UUID(2, 2));

    private final Intake router;

    SmallFloor(Intake router) {
        this.router = router;
    }

    static QueueRule sales(Duration offerLimit) {
        return QueueRule.plain(
                new QueueId("sales"),
                new SkillId("sales"),
                offerLimit,
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10));
    }

    static RouterSettings settings(Duration offerLimit, RouterListener listener) {
        return new RouterSettings(
                List.of(sales(offerLimit)),
                listener,
                RouterSettings.MAILBOX_MAX,
                1_000_000,
                Duration.ofDays(1),
                Duration.ofMillis(200),
                Duration.ofMillis(100));
    }

    static InteractionId id(int number) {
        return new InteractionId(new UUID(1, number));
    }

    CompletableFuture<List<Output>> arrive(int number) {
        return router.submit(new Input.Arrived(id(number), Channel.VOICE, new QueueId("sales"), Instant.now()));
    }

    CompletableFuture<List<Output>> leave(int number) {
        return router.submit(new Input.Abandoned(id(number), EndCause.ABANDONED));
    }

    CompletableFuture<List<Output>> end(int number) {
        return router.submit(new Input.Ended(id(number), EndCause.CUSTOMER_HUNG_UP));
    }

    void ready(AgentId agent) {
        router.submit(new Input.SeatSignedIn(
                        agent, new TreeSet<>(List.of(new SkillId("sales"))), new BreakReason("lunch")))
                .join();
        router.submit(new Input.SeatResumed(agent)).join();
    }

    /** Anna, who speaks with him, sends him on. */
    CompletableFuture<List<Output>> transferOut(int number, String to) {
        return router.submit(new Input.TransferAsked(id(number), ANNA, new TransferTarget.ToNumber(to)));
    }

    CompletableFuture<List<Output>> accept(int number, int attempt) {
        return router.submit(new Input.OfferAccepted(new OfferId(id(number), attempt)));
    }

    CompletableFuture<List<Output>> connected(int number, int attempt) {
        return router.submit(new Input.Connected(new OfferId(id(number), attempt)));
    }
}
