package io.ahoy.desktop.feed;

import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.desktop.feed.Frame.CustomerName;
import io.ahoy.router.acd.InteractionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is behind an open interaction. The router knows only ids, so this is read from the history, once and off the feed's thread. */
final class Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final History history;
    private final Executor threads;
    private final Consumer<InteractionId> whenKnown;
    private final Map<InteractionId, Optional<Caller>> callers = new ConcurrentHashMap<>();

    /** What is shown of a caller. */
    record Caller(String from, boolean withheld, Optional<CustomerName> customer) {
        static final Caller UNKNOWN = new Caller("", false, Optional.empty());
    }

    Callers(History history, Executor threads, Consumer<InteractionId> whenKnown) {
        this.history = history;
        this.threads = threads;
        this.whenKnown = whenKnown;
    }

    Optional<Caller> known(InteractionId id) {
        return callers.getOrDefault(id, Optional.empty());
    }

    /** Reads it unless it is known or being read. */
    void look(InteractionId id) {
        if (callers.putIfAbsent(id, Optional.empty()) == null) {
            threads.execute(() -> read(id));
        }
    }

    /** Reads it again: a customer was named or renamed. */
    void lookAgain(InteractionId id) {
        threads.execute(() -> read(id));
    }

    void forget(InteractionId id) {
        callers.remove(id);
    }

    private void read(InteractionId id) {
        try {
            Optional<Caller> caller = history.contact(id.value()).map(Callers::of);
            if (caller.isPresent() && callers.replace(id, caller) != null) {
                whenKnown.accept(id);
                return;
            }
        } catch (RuntimeException e) {
            LOG.warn("Who is behind interaction {} could not be read: {}", id, e.toString());
        }
        // Not recorded yet, or the database is away: the next change of this interaction looks again.
        callers.remove(id, Optional.<Caller>empty());
    }

    private static Caller of(Contact contact) {
        return new Caller(
                contact.from(),
                contact.withheld(),
                contact.customer().map(customer -> new CustomerName(customer.id(), customer.name())));
    }
}
