package io.ahoy.crm.store;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that sort by the time they were made (RFC 9562, version 7), so that new rows land at the end of an index. */
public final class UuidV7 {
    private UuidV7() {}

    public static UUID next(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return of(now, random.nextLong(), random.nextLong());
    }

    /** The same id for the same arguments; only the lowest 12 bits of {@code a} and 62 bits of {@code b} are used. */
    public static UUID of(Instant at, long a, long b) {
        long high = at.toEpochMilli() << 16 | 0x7000L | a & 0xFFFL;
        long low = b & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** When the id was made, in milliseconds; for ids of other versions the fallback. */
    public static Instant madeAt(UUID id, Instant fallback) {
        return id.version() == 7 ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : fallback;
    }
}
