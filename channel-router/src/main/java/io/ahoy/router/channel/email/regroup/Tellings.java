package io.ahoy.router.channel.email.regroup;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.store.Db;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.arrive.Route;
import io.ahoy.router.channel.email.arrive.Wishes;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the router what became of conversations, until it has heard it: also after a crash, and when it was away. */
public final class Tellings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);
    private static final Duration ROUTER_LIMIT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final Moves moves;
    private final Mails mails;
    private final Decisions decisions;
    private final History history;
    private final Customers customers;
    private final Wishes wishes;
    private final CompletableFuture<Intake> router;
    private final InstantSource clock;
    private final Lock turns = new ReentrantLock();
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail-tellings").factory());

    public Tellings(Db db, Wishes wishes, CompletableFuture<Intake> router, InstantSource clock) {
        this.moves = new Moves(db);
        this.mails = new Mails(db);
        this.decisions = new Decisions(db);
        this.history = new History(db);
        this.customers = new Customers(db);
        this.wishes = wishes;
        this.router = router;
        this.clock = clock;
    }

    /** What was done before Ahoy ended, and the router has not heard. */
    public void start() {
        later(Duration.ZERO);
    }

    /** @return whether it was as the move said; also when the router is away, and hears it later */
    boolean tell(Move move) throws InterruptedException {
        if (move.before().routing().isEmpty()) {
            return true;
        }
        Move.Routing routing = move.before().routing().get();
        // One at a time: what was done and undone at once must not overtake each other.
        turns.lock();
        try {
            Optional<Move> now =
                    moves.get(move.id()).filter(one -> one.before().routing().equals(Optional.of(routing)));
            if (now.isEmpty()) {
                // Undone since, which is told by itself.
                return true;
            }
            if (isAnswered(routing)) {
                moves.routed(now.get());
                return true;
            }
            boolean fitted = !router.get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .submit(input(routing))
                    .get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
            moves.routed(now.get());
            return fitted || routing.telling() != Move.Telling.WITHDRAWN;
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            LOG.warn("The router hears of interaction {} later: {}", routing.interaction(), away.toString());
            later(RETRY);
            return true;
        } finally {
            turns.unlock();
        }
    }

    /** Told long after: it must not wait again. */
    private boolean isAnswered(Move.Routing routing) {
        return routing.telling() == Move.Telling.ARRIVES
                && history.contact(routing.interaction())
                        .filter(contact -> contact.state().equals(InteractionState.CLOSED.name()))
                        .isPresent();
    }

    private Input input(Move.Routing routing) {
        InteractionId interaction = new InteractionId(routing.interaction());
        return switch (routing.telling()) {
            case ARRIVES ->
                new Input.Arrived(
                        interaction, Channel.EMAIL, new QueueId(routing.queue()), routing.arrivedAt(), wish(routing));
            case WITHDRAWN -> new Input.Withdrawn(interaction, EndCause.JOINED);
            case ENDS -> new Input.Ended(interaction, EndCause.JOINED);
        };
    }

    private Wish wish(Move.Routing routing) {
        Wish wish = history.contact(routing.interaction())
                .flatMap(Contact::customer)
                .flatMap(named -> customers.get(named.id()))
                .map((Customer customer) -> wishes.of(customer, clock.instant()))
                .orElse(Wish.NONE);
        Wish asJudged = mails.lastReceived(routing.interaction())
                .map(Mail::id)
                .flatMap(decisions::of)
                .map(Route::of)
                .map(route -> wish.skills(route.skills())
                        .tier(Math.max(wish.tier(), route.tier()))
                        .headStart(wish.headStart().plus(route.headStart())))
                .orElse(wish);
        return routing.prefer().map(agent -> wishes.backTo(asJudged, agent)).orElse(asJudged);
    }

    private void later(Duration delay) {
        try {
            again.schedule(this::tellAll, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("it is told after the next start");
        }
    }

    private void tellAll() {
        try {
            for (Move move : moves.unrouted()) {
                tell(move);
            }
        } catch (RuntimeException failed) {
            LOG.warn("What became of conversations is told later: {}", failed.toString());
            later(RETRY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        again.shutdownNow();
        if (!again.awaitTermination(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Somebody still tells the router of conversations");
        }
    }
}
