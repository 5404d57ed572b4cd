package io.ahoy.desktop.feed;

import io.ahoy.crm.casework.CaseLoad;
import io.ahoy.desktop.feed.Frame.OwnCases;
import io.ahoy.router.acd.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many cases are due: of each team for the board, and for each agent his own. Time alone changes it, so it is read every few seconds
 * while anybody looks, and told to those for whom it is different. Numbers only: which cases they are is asked of {@code /cases}, and the
 * trail tells who was shown them there. Used by the feed's thread only.
 */
final class CasesDue {
    private static final Logger LOG = LoggerFactory.getLogger(CasesDue.class);
    /** Somebody who was just given a case should not wait long to see it; a promise is minutes or hours. */
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Function<Instant, CaseLoad> read;
    private final Sockets sockets;
    private final InstantSource clock;
    private final Executor threads;
    private final Executor feed;
    private final Map<AgentId, OwnCases> told = new HashMap<>();
    private CaseLoad load = CaseLoad.NONE;
    private Instant readAt = Instant.EPOCH;
    private boolean reading;

    /**
     * @param read blocks, so it is asked on {@code threads}
     * @param feed the feed's own thread
     */
    CasesDue(Function<Instant, CaseLoad> read, Sockets sockets, InstantSource clock, Executor threads, Executor feed) {
        this.read = read;
        this.sockets = sockets;
        this.clock = clock;
        this.threads = threads;
        this.feed = feed;
    }

    /** As last read. */
    CaseLoad load() {
        return load;
    }

    /** A page that knows nothing yet is told as soon as it is known. */
    void opened(FeedSocket socket) {
        if (!readAt.equals(Instant.EPOCH)) {
            sockets.send(socket, own(socket.viewer().id()));
        }
        look();
    }

    /** Reads again if that is some time ago. */
    void look() {
        Instant now = clock.instant();
        if (reading || !sockets.any() || now.isBefore(readAt.plus(EVERY))) {
            return;
        }
        reading = true;
        threads.execute(() -> {
            try {
                CaseLoad fresh = read.apply(now);
                feed.execute(() -> known(fresh, now));
            } catch (RuntimeException e) {
                LOG.warn("The cases that are due could not be counted: {}", e.toString());
                feed.execute(() -> reading = false);
            }
        });
    }

    private void known(CaseLoad fresh, Instant at) {
        reading = false;
        load = fresh;
        readAt = at;
        told.keySet().removeIf(agent -> !sockets.has(agent));
        sockets.all(ignored -> true).stream()
                .map(socket -> socket.viewer().id())
                .distinct()
                .forEach(this::tell);
    }

    private void tell(AgentId agent) {
        OwnCases now = own(agent);
        if (!now.equals(told.put(agent, now))) {
            sockets.send(agent, now);
        }
    }

    private OwnCases own(AgentId agent) {
        CaseLoad.Count count = load.of(agent.value());
        return new OwnCases(count.open(), count.nearlyOverdue(), count.overdue());
    }
}
