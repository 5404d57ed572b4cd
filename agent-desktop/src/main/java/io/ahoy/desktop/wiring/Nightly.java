package io.ahoy.desktop.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every night, when the fewest call; a night on which Ahoy does not run is made up for by the next. */
final class Nightly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final LocalTime AT = LocalTime.of(3, 0);

    private final ZoneId zone;
    private final InstantSource clock;
    private final Runnable work;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("nightly").daemon().factory());

    Nightly(ZoneId zone, InstantSource clock, Runnable work) {
        this.zone = zone;
        this.clock = clock;
        this.work = work;
    }

    void begin() {
        ZonedDateTime now = clock.instant().atZone(zone);
        thread.schedule(this::night, untilNext(now).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Counted anew each time, because days have 23 to 25 hours. */
    static Duration untilNext(ZonedDateTime now) {
        ZonedDateTime today = now.toLocalDate().atTime(AT).atZone(now.getZone());
        ZonedDateTime next = today.isAfter(now)
                ? today
                : now.toLocalDate().plusDays(1).atTime(AT).atZone(now.getZone());
        return Duration.between(now, next);
    }

    private void night() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The work of this night failed; it is done again in the next", e);
        }
        begin();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
