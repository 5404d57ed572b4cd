package io.ahoy.desktop.wiring;

import io.ahoy.desktop.feed.Feed;
import io.ahoy.router.shell.RouterListener;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the router tells about itself. */
final class Routing {
    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private Routing() {}

    /** @param stopped told when the router has stopped by itself: another Ahoy owns the queues now, or a bug */
    static RouterListener listener(Feed feed, Runnable stopped) {
        return new RouterListener() {
            @Override
            public void journalDown(Instant since, String why) {
                LOG.warn("The database is away, nothing is routed until it is back: {}", why);
                feed.database(false);
            }

            @Override
            public void journalUp() {
                LOG.info("The database is back");
                feed.database(true);
            }

            @Override
            public void stopped(String why) {
                LOG.error("The router has stopped: {}", why);
                stopped.run();
            }
        };
    }
}
