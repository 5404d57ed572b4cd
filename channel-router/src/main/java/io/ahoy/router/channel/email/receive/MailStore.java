package io.ahoy.router.channel.email.receive;

import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Mails.Arrival;
import io.ahoy.crm.mail.Place;
import io.ahoy.crm.mail.Received;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.channel.email.Notices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes messages in: first their bytes, to survive a power cut, then their rows. */
public final class MailStore implements Notices {
    /** No mail server gives out more: IMAP numbers bytes with 32 bits. */
    private static final long SIZE_MAX = 4L << 30;

    /** Stored in one transaction: so many, or so many bytes. */
    private static final int TOGETHER_MAX = 50;

    private static final long TOGETHER_BYTES_MAX = 16L << 20;

    /** Of an id's version 7, below its milliseconds. */
    private static final int PLACE_BITS = 12;

    private final Blobs blobs;
    private final Mails mails;
    private final InstantSource clock;
    private final Runnable news;
    private long lastPlace;

    /** @param news told when there is something to read */
    public MailStore(Blobs blobs, Mails mails, InstantSource clock, Runnable news) {
        this.blobs = blobs;
        this.mails = mails;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public void put(String mailbox, byte[] message) throws IOException {
        try (Coming one = coming()) {
            one.take(mailbox, new ByteArrayInputStream(message), new Place.Ours());
            one.store();
        }
    }

    /** Messages that are taken in together, by one thread. */
    Coming coming() {
        return new Coming();
    }

    final class Coming implements AutoCloseable {
        private final Blobs.Batch batch = blobs.batch();
        private final List<Arrival> arrivals = new ArrayList<>();
        private long bytes;

        private Coming() {}

        /** Takes the bytes; nobody knows of them before {@link #store}. */
        void take(String mailbox, InputStream raw, Place place) throws IOException {
            Fingerprint fingerprint = new Fingerprint(raw);
            Blob blob = batch.add(fingerprint, SIZE_MAX);
            Instant now = now();
            Received mail = new Received(
                    nextId(now),
                    mailbox,
                    blob.sha256(),
                    blob.size(),
                    fingerprint.messageId(),
                    fingerprint.value(),
                    now);
            arrivals.add(new Arrival(mail, place));
            bytes += blob.size();
        }

        boolean isEmpty() {
            return arrivals.isEmpty();
        }

        boolean isFull() {
            return arrivals.size() >= TOGETHER_MAX || bytes >= TOGETHER_BYTES_MAX;
        }

        /** First the bytes, then the rows; afterwards it is empty. */
        void store() throws IOException {
            if (isEmpty()) {
                return;
            }
            batch.keep();
            mails.store(arrivals);
            news.run();
            arrivals.clear();
            bytes = 0;
        }

        @Override
        public void close() throws IOException {
            batch.close();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** Mails are read in the order of their ids, which is that of their coming also within a millisecond. */
    private synchronized UUID nextId(Instant now) {
        long place = Math.max(now.toEpochMilli() << PLACE_BITS, lastPlace + 1);
        lastPlace = place;
        return UuidV7.of(
                Instant.ofEpochMilli(place >> PLACE_BITS),
                place,
                ThreadLocalRandom.current().nextLong());
    }
}
