package io.ahoy.desktop.feed;

import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.desktop.feed.Frame.CustomerName;
import io.ahoy.router.acd.InteractionId;
import java.time.Duration;
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

    private static final Duration PAUSE_MIN = Duration.ofMillis(100);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

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

    /**
     * Until it succeeds or the interaction is forgotten: the record of a call may be written after its arrival was decided, by
     * much when the database is away, and one who waits may not change for a long time.
     */
    private void read(InteractionId id) {
        Duration pause = PAUSE_MIN;
        try {
            while (callers.containsKey(id) && !readNow(id)) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean readNow(InteractionId id) {
        try {
            Optional<Caller> caller =
                    history.contact(id.value()).filter(Contact::isArrivalKnown).map(Callers::of);
            if (caller.isPresent() && callers.replace(id, caller) != null) {
                whenKnown.accept(id);
            }
            return caller.isPresent();
        } catch (RuntimeException e) {
            // The database is away, which others have told.
            LOG.debug("Who is behind interaction {} could not be read: {}", id, e.toString());
            return false;
        }
    }

    private static Caller of(Contact contact) {
        return new Caller(
                contact.from(),
                contact.withheld(),
                contact.customer().map(customer -> new CustomerName(customer.id(), customer.name())));
    }
}
