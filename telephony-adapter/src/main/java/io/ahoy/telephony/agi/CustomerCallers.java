package io.ahoy.telephony.agi;

import io.ahoy.crm.customer.CallerNumber;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.CustomerSegment;
import io.ahoy.crm.team.Team;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.Grants;
import io.ahoy.telephony.ami.ChannelStatus;
import io.ahoy.telephony.call.CallbackNumbers;
import io.ahoy.telephony.call.Newcomers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises callers by their number and keeps the history of their calls until the router does. A database that is away or slow
 * delays no caller: he is served as a stranger, and what could not be written is written when it is back.
 */
public final class CustomerCallers implements Callers, Newcomers, CallbackNumbers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CustomerCallers.class);
    /** Longer than this nobody listens to silence only to be greeted by his name. */
    private static final Duration LOOKUP_LIMIT = Duration.ofSeconds(1);

    /** A caller's row may be a little older than the mark on his channel by which he is recognised in Asterisk's list. */
    private static final Duration JUST_COME = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Lines of history under way, nearly all of them waiting for a database; beyond that they are told in the log only. */
    private static final int WRITES_MAX = 10_000;

    private final PhoneNumbers numbers;
    private final Customers customers;
    private final Team team;
    private final History history;
    private final Grants grants;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("caller-history-", 1).factory());
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Semaphore places = new Semaphore(WRITES_MAX);

    public CustomerCallers(PhoneNumbers numbers, Customers customers, Team team, History history, Grants grants) {
        this.team = team;
        this.grants = grants;
        this.numbers = numbers;
        this.customers = customers;
        this.history = history;
    }

    /** The name that a caller gives himself is shown to nobody. */
    @Override
    public Caller opened(InteractionId interaction, String number, String to, Instant at) {
        CallerNumber from = numbers.read(number);
        Optional<Known> known = within(open(interaction, from, to, at));
        Optional<Customer> customer = known.map(Known::customer);
        return new Caller(
                customer.map(Customer::name).orElse(""),
                from.e164().map(numbers::shown).orElse(from.raw()),
                from.e164(),
                customer.flatMap(Customer::language),
                known.flatMap(Known::segment)
                        .filter(CustomerSegment::isPreferred)
                        .isPresent(),
                known.map(Known::wish).orElse(Wish.NONE));
    }

    @Override
    public void leftBeforeLine(InteractionId interaction, Instant at) {
        write(
                interaction,
                () -> history.saveState(
                        interaction.value(),
                        InteractionState.CLOSED.name(),
                        Optional.of(at),
                        Optional.of(EndCause.ABANDONED.name())));
    }

    @Override
    public InteractionId identify(Instant arrivedAt) {
        return new InteractionId(UuidV7.next(arrivedAt));
    }

    /** He came while nobody could ask the IVR, so what he dialled stands in the channel only. */
    @Override
    public void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt) {
        CallerNumber from = numbers.read(status.callerNumber().orElse(""));
        open(interaction, from, status.variable("AHOY_TO").orElse(""), arrivedAt);
    }

    /** Away or slow, the database is asked again after a later comparison. */
    @Override
    public void leftUnseen(Set<InteractionId> present, Instant at) {
        if (closing.compareAndSet(false, true) && !begin(() -> closeUnseen(present, at))) {
            closing.set(false);
        }
    }

    /** From the history, which knows it after a restart too. */
    @Override
    public CompletableFuture<Optional<Numbers>> of(InteractionId interaction) {
        CompletableFuture<Optional<Numbers>> recorded = new CompletableFuture<>();
        if (!begin(() -> recorded.complete(recordedNumbers(interaction)))) {
            recorded.complete(Optional.empty());
        }
        return recorded.completeOnTimeout(Optional.empty(), LOOKUP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Numbers> recordedNumbers(InteractionId interaction) {
        try {
            return history.contact(interaction.value())
                    .filter(contact -> !contact.withheld())
                    .flatMap(contact -> contact.fromE164()
                            .map(from -> new Numbers(from, contact.to(), forbidsCallbacks(contact.customer()))));
        } catch (RuntimeException e) {
            log.warn("the number of {} could not be read", interaction, e);
            return Optional.empty();
        }
    }

    private boolean forbidsCallbacks(Optional<Contact.Named> customer) {
        return customer.flatMap(known -> customers.get(known.id()))
                .filter(Customer::forbidsCallbacks)
                .isPresent();
    }

    private void closeUnseen(Set<InteractionId> present, Instant at) {
        try {
            int closed = history.closeInIvr(
                    at.minus(JUST_COME),
                    id -> !present.contains(new InteractionId(id)),
                    at,
                    EndCause.ENDED_UNSEEN.name());
            if (closed > 0) {
                log.info("{} callers have hung up in the IVR unseen", closed);
            }
        } catch (DatabaseDown away) {
            log.debug("the database is away", away);
        } catch (RuntimeException e) {
            log.error("callers who hung up in the IVR unseen stay open in the history", e);
        } finally {
            closing.set(false);
        }
    }

    private record Known(Customer customer, Optional<CustomerSegment> segment, Wish wish) {}

    private CompletableFuture<Optional<Known>> open(
            InteractionId interaction, CallerNumber from, String to, Instant at) {
        String dialled = numbers.read(to).raw();
        CompletableFuture<Optional<Known>> found = new CompletableFuture<>();
        write(interaction, () -> {
            Optional<Customer> customer = from.e164().flatMap(customers::byNumber);
            history.open(new NewContact(
                    interaction.value(),
                    Channel.VOICE.name(),
                    from.raw(),
                    from.withheld(),
                    from.e164(),
                    dialled,
                    customer.map(Customer::id),
                    at));
            found.complete(customer.map(known -> known(known, at)));
        });
        return found;
    }

    private Known known(Customer customer, Instant at) {
        Optional<CustomerSegment> segment = customer.segment().flatMap(team::customerSegment);
        return new Known(customer, segment, grants.wish(customer, segment, history, at));
    }

    private static Optional<Known> within(CompletableFuture<Optional<Known>> found) {
        try {
            return found.get(LOOKUP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** In its own time, as often as it takes. */
    private void write(InteractionId interaction, Runnable line) {
        if (!places.tryAcquire()) {
            log.error("too many calls without a database: the history of {} will be incomplete", interaction);
            return;
        }
        boolean begun = begin(() -> {
            try {
                insist(interaction, line);
            } finally {
                places.release();
            }
        });
        if (!begun) {
            places.release();
            log.warn("stopping: the history of {} will be incomplete", interaction);
        }
    }

    private boolean begin(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    private static void insist(InteractionId interaction, Runnable line) {
        boolean complained = false;
        try {
            while (!written(line)) {
                if (!complained) {
                    log.warn("the database is away: the history of {} waits for it", interaction);
                    complained = true;
                }
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException stopping) {
            log.error("stopping without a database: the history of {} will be incomplete", interaction);
        } catch (RuntimeException e) {
            log.error("the history of {} could not be written", interaction, e);
        }
    }

    private static boolean written(Runnable line) {
        try {
            line.run();
            return true;
        } catch (DatabaseDown away) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
