package io.ahoy.router.channel.email;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on only when a test says so. */
public final class SetClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-05T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void goOn(Duration by) {
        now = now.plus(by);
    }
}
