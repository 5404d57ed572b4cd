package io.ahoy.telephony.agi;

import io.ahoy.crm.customer.CallerNumber;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.telephony.ami.ChannelStatus;
import io.ahoy.telephony.call.Newcomers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Callers as the customer records know them. A database that is away delays no caller and loses no line of his history: what could
 * not be written is tried again for an hour.
 */
public final class CrmCallers implements Callers, Newcomers {
    private static final Logger log = LoggerFactory.getLogger(CrmCallers.class);
    private static final Duration LOOKUP_LIMIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES_MAX = 3_600;

    private final PhoneNumbers numbers;
    private final Customers customers;
    private final History history;
    private final Function<Instant, InteractionId> ids;

    public CrmCallers(
            PhoneNumbers numbers, Customers customers, History history, Function<Instant, InteractionId> ids) {
        this.numbers = numbers;
        this.customers = customers;
        this.history = history;
        this.ids = ids;
    }

    @Override
    public Caller opened(InteractionId interaction, String number, String name, String to, Instant at) {
        CallerNumber from = numbers.read(number);
        String called = numbers.read(to).raw();
        CompletableFuture<Optional<Customer>> found = new CompletableFuture<>();
        persist(interaction, () -> {
            Optional<Customer> customer = from.e164().flatMap(customers::byNumber);
            history.open(new NewContact(
                    interaction.value(),
                    Channel.VOICE.name(),
                    from.raw(),
                    from.withheld(),
                    from.e164(),
                    called,
                    customer.map(Customer::id),
                    at));
            found.complete(customer);
        });
        Optional<Customer> customer = within(found);
        String shownName = customer.map(Customer::name).orElse(from.withheld() ? "" : name);
        String shownNumber = from.e164().orElse(from.raw());
        return new Caller(
                shownName,
                shownNumber,
                from.e164(),
                customer.flatMap(Customer::language),
                customer.map(Customer::vip).orElse(false));
    }

    @Override
    public void leftBeforeLine(InteractionId interaction, Instant at) {
        persist(
                interaction,
                () -> history.saveState(
                        interaction.value(),
                        InteractionState.CLOSED.name(),
                        Optional.of(at),
                        Optional.of(EndCause.ABANDONED.name())));
    }

    @Override
    public InteractionId identify(Instant arrivedAt) {
        return ids.apply(arrivedAt);
    }

    @Override
    public void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt) {
        CallerNumber from = numbers.read(status.callerNumber().orElse(""));
        persist(interaction, () -> {
            Optional<Customer> customer = from.e164().flatMap(customers::byNumber);
            history.open(new NewContact(
                    interaction.value(),
                    Channel.VOICE.name(),
                    from.raw(),
                    from.withheld(),
                    from.e164(),
                    "",
                    customer.map(Customer::id),
                    arrivedAt));
        });
    }

    private static Optional<Customer> within(CompletableFuture<Optional<Customer>> found) {
        try {
            return found.get(LOOKUP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void persist(InteractionId interaction, Runnable write) {
        Thread.ofVirtual().name("caller-history").start(() -> {
            for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
                try {
                    write.run();
                    return;
                } catch (RuntimeException e) {
                    if (attempt == 1) {
                        log.warn(
                                "history of {} not written, trying on: {}",
                                interaction,
                                String.valueOf(e.getMessage()));
                    }
                }
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException e) {
                    return;
                }
            }
            log.error("history of {} could not be written", interaction);
        });
    }
}
