package io.ahoy.router.channel.email.receive;

import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Mails.Arrival;
import io.ahoy.crm.mail.Received;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes messages in: first their bytes, to survive a power cut, then their rows. */
final class MailStore {
    /** No mail server gives out more: IMAP numbers bytes with 32 bits. */
    private static final long SIZE_MAX = 4L << 30;

    /** Of an id's version 7, below its milliseconds. */
    private static final int PLACE_BITS = 12;

    private final Blobs blobs;
    private final Mails mails;
    private final InstantSource clock;
    private final Runnable news;
    private long lastPlace;

    /** @param news told when there is something to read */
    MailStore(Blobs blobs, Mails mails, InstantSource clock, Runnable news) {
        this.blobs = blobs;
        this.mails = mails;
        this.clock = clock;
        this.news = news;
    }

    /** Keeps the bytes; without a row nobody knows of them yet. */
    Received keep(String mailbox, InputStream raw) throws IOException {
        Fingerprint fingerprint = new Fingerprint(raw);
        Blob blob = blobs.put(fingerprint, SIZE_MAX);
        Instant now = now();
        return new Received(
                nextId(now),
                mailbox,
                blob.sha256(),
                blob.size(),
                fingerprint.messageId(),
                fingerprint.value(),
                now);
    }

    Instant now() {
        return clock.instant();
    }

    /** Mails are read in the order of their ids, which is that of their coming also within a millisecond. */
    private synchronized UUID nextId(Instant now) {
        long place = Math.max(now.toEpochMilli() << PLACE_BITS, lastPlace + 1);
        lastPlace = place;
        return UuidV7.of(
                Instant.ofEpochMilli(place >> PLACE_BITS), place, ThreadLocalRandom.current().nextLong());
    }

    void store(List<Arrival> arrivals) {
        mails.store(arrivals);
        news.run();
    }
}
