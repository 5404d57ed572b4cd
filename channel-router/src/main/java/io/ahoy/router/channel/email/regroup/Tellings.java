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
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.arrive.Route;
import io.ahoy.router.channel.email.arrive.Wishes;
import io.ahoy.router.shell.Intake;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the router what became of conversations, until it has heard it: also after a crash, and when it was away. */
public final class Tellings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);
    private static final Duration ROUTER_LIMIT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(2);
    private static final Set<String> ENDED = Set.of(InteractionState.CLOSED.name(), InteractionState.WRAP_UP.name());

    private final Moves moves;
    private final Mails mails;
    private final Decisions decisions;
    private final History history;
    private final Customers customers;
    private final Wishes wishes;
    private final CompletableFuture<Intake> router;
    private final InstantSource clock;
    private final Consumer<UUID> changed;
    private final Lock turns = new ReentrantLock();
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail-tellings").factory());

    /** @param changed told of each interaction whose conversation is another one now */
    public Tellings(
            Db db, Wishes wishes, CompletableFuture<Intake> router, InstantSource clock, Consumer<UUID> changed) {
        this.moves = new Moves(db);
        this.mails = new Mails(db);
        this.decisions = new Decisions(db);
        this.history = new History(db);
        this.customers = new Customers(db);
        this.wishes = wishes;
        this.router = router;
        this.clock = clock;
        this.changed = changed;
    }

    /** What was done before Ahoy ended, and the router has not heard. */
    public void start() {
        later(Duration.ZERO);
    }

    /**
     * @return false: somebody else has by now what it was to withdraw, and whoever tells says what follows; also true when the router is
     *     away, and hears it later
     */
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
            // It may end in the very moment in which the router is told, which then finds nothing to do.
            boolean settled = isOver(routing) || fits(move.kind(), routing) || isOver(routing);
            if (settled) {
                moves.routed(now.get());
            } else {
                // Should whoever tells be cut off before he has put it back, it is settled then.
                later(RETRY);
            }
            return settled;
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            LOG.warn("The router hears of interaction {} later: {}", routing.interaction(), away.toString());
            later(RETRY);
            return true;
        } finally {
            turns.unlock();
        }
    }

    /** Told long after: it must not wait again, and nobody has it any more. */
    private boolean isOver(Move.Routing routing) {
        return history.contact(routing.interaction())
                .filter(contact -> ENDED.contains(contact.state()))
                .isPresent();
    }

    private boolean fits(Move.Kind kind, Move.Routing routing)
            throws InterruptedException, ExecutionException, TimeoutException {
        Intake intake = router.get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (kind == Move.Kind.SPLIT && routing.telling() == Move.Telling.WITHDRAWN) {
            // Undone before the router had heard of it, it would stand open in the history for ever: it comes first,
            // and then goes. What
            // the router knows does not come again.
            submit(intake, arrived(routing));
        }
        boolean fitted = !submit(intake, input(routing)).isEmpty();
        return fitted || routing.telling() == Move.Telling.ARRIVES;
    }

    private static List<Output> submit(Intake intake, Input input)
            throws InterruptedException, ExecutionException, TimeoutException {
        return intake.submit(input).get(ROUTER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Input input(Move.Routing routing) {
        return switch (routing.telling()) {
            case ARRIVES -> arrived(routing);
            case WITHDRAWN ->
                new Input.Withdrawn(
                        new InteractionId(routing.interaction()),
                        EndCause.JOINED,
                        routing.by().map(AgentId::new));
        };
    }

    private Input arrived(Move.Routing routing) {
        return new Input.Arrived(
                new InteractionId(routing.interaction()),
                Channel.EMAIL,
                new QueueId(routing.queue()),
                routing.arrivedAt(),
                wish(routing));
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

    /**
     * Too late to put anything back: others have acted on the move since. Whoever has what was to be withdrawn keeps it, in the one
     * conversation; both of those who have it are shown to each other there, and the second answer is held up until its writer has seen the
     * first.
     */
    void stays(Move move) {
        moves.stays(move);
        move.before().routing().map(Move.Routing::interaction).ifPresent(taken -> {
            LOG.info("Interaction {} stays with who has taken it, in a conversation that another agent has too", taken);
            changed.accept(taken);
        });
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
                if (!tell(move)) {
                    stays(move);
                }
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
