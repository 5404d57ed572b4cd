package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.crm.customer.CallerNumber;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Wish;
import io.ahoy.telephony.agi.Caller;
import io.ahoy.telephony.agi.Callers;
import io.ahoy.telephony.ami.ChannelStatus;
import io.ahoy.telephony.call.Newcomers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognises callers by their number and opens the history of the call, or catches up on it when the database was away. */
public final class CustomerCallers implements Callers, Newcomers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerCallers.class);
    /** Calls that came without the database and are still to be written; beyond that they are told in the log only. */
    private static final int LATE_MAX = 10_000;

    private static final Duration RETRY = Duration.ofSeconds(1);
    /** For so long a customer counts as the agent's who spoke with him. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final PhoneNumbers numbers;
    private final Customers customers;
    private final History history;
    private final AhoyConfig.Routing granted;
    private final ExecutorService late = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("late-history-", 1).factory());
    private final Semaphore latePlaces = new Semaphore(LATE_MAX);

    public CustomerCallers(PhoneNumbers numbers, Customers customers, History history, AhoyConfig.Routing granted) {
        this.numbers = numbers;
        this.customers = customers;
        this.history = history;
        this.granted = granted;
    }

    @Override
    public Caller opened(InteractionId interaction, String number, String name, String to, Instant at) {
        CallerNumber from = numbers.read(number);
        try {
            Optional<Customer> customer = customerOf(from);
            open(interaction, from, to, customer.map(Customer::id), at);
            return caller(from, customer, customer.map(known -> wish(known, at)).orElse(Wish.NONE));
        } catch (DatabaseDown away) {
            LOG.warn("The database is away: call {} is served without its customer's record", interaction);
            openLater(interaction, from, to, at);
            return caller(from, Optional.empty(), Wish.NONE);
        }
    }

    @Override
    public void leftBeforeLine(InteractionId interaction, Instant at) {
        try {
            history.saveState(interaction.value(), "CLOSED", Optional.of(at), Optional.of("ABANDONED"));
        } catch (DatabaseDown away) {
            LOG.warn("The database is away: that call {} ended in the menu is not recorded", interaction);
        }
    }

    @Override
    public InteractionId identify(Instant arrivedAt) {
        return new InteractionId(UuidV7.next(arrivedAt));
    }

    /** He came while nobody could ask the IVR, so what he dialled stands in the channel only. */
    @Override
    public void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt) {
        CallerNumber from = numbers.read(status.callerNumber().orElse(""));
        openLater(interaction, from, status.variable("AHOY_TO").orElse(""), arrivedAt);
    }

    private Optional<Customer> customerOf(CallerNumber from) {
        return from.e164().flatMap(customers::byNumber);
    }

    private void open(InteractionId interaction, CallerNumber from, String to, Optional<UUID> customer, Instant at) {
        history.open(new NewContact(
                interaction.value(), "VOICE", from.raw(), from.withheld(), from.e164(), to, customer, at));
    }

    private void openLater(InteractionId interaction, CallerNumber from, String to, Instant at) {
        if (!latePlaces.tryAcquire()) {
            LOG.error("Too many calls without a database: call {} will be missing from the history", interaction);
            return;
        }
        late.execute(() -> {
            try {
                while (!openedNow(interaction, from, to, at)) {
                    Thread.sleep(RETRY);
                }
            } catch (InterruptedException stopping) {
                LOG.error("Stopping without a database: call {} will be missing from the history", interaction);
            } finally {
                latePlaces.release();
            }
        });
    }

    private boolean openedNow(InteractionId interaction, CallerNumber from, String to, Instant at) {
        try {
            open(interaction, from, to, customerOf(from).map(Customer::id), at);
            return true;
        } catch (DatabaseDown stillAway) {
            return false;
        }
    }

    private Wish wish(Customer customer, Instant at) {
        Wish wish = customer.vip() ? Wish.NONE.headStart(granted.vipHeadStart()) : Wish.NONE;
        if (granted.lastAgentPatience().isZero()) {
            return wish;
        }
        return history.lastAgent(customer.id(), at.minus(REMEMBERED))
                .map(agent -> wish.preferring(new AgentId(agent), granted.lastAgentPatience()))
                .orElse(wish);
    }

    private Caller caller(CallerNumber from, Optional<Customer> customer, Wish wish) {
        return new Caller(
                customer.map(Customer::name).orElse(""),
                from.e164().map(numbers::shown).orElse(from.raw()),
                from.e164(),
                customer.flatMap(Customer::language),
                customer.filter(Customer::vip).isPresent(),
                wish);
    }

    @Override
    public void close() {
        late.shutdownNow();
    }
}
