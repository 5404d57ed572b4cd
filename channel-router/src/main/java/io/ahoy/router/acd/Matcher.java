package io.ahoy.router.acd;

import java.time.Instant;

/** Makes offers until nobody waits for whom somebody is idle. */
interface Matcher {
    void run(Instant now);

    /** What a matcher stands on. */
    interface Maker {
        Matcher over(Floor floor, Offers offers);
    }
}
