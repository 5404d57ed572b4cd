package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps recovery short. An image is saved only after every outlet has taken the outputs up to it and owes nothing, so that the rows
 * behind the newest image are always those whose outputs an outlet may have missed.
 */
final class ImageSaver {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSaver.class);

    private final Journal journal;
    private final OutputDispatcher dispatcher;
    private final int everyRows;
    private final Duration every;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long lastSeq;
    private Instant lastAt;

    ImageSaver(Journal journal, OutputDispatcher dispatcher, RouterSettings settings, long imageSeq, Instant now) {
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.everyRows = settings.imageRows();
        this.every = settings.imageEvery();
        this.lastSeq = imageSeq;
        this.lastAt = now;
    }

    /** @param seq the last row whose effects the image holds */
    record Picture(long seq, Instant at, Image image) {}

    /** One to be given to {@link #keep} once the last row in it is durable, if it is time. */
    Optional<Picture> perhaps(long seq, Instant now, Supplier<Image> image) {
        boolean due = seq - lastSeq >= everyRows
                || (seq > lastSeq && !lastAt.plus(every).isAfter(now));
        if (!due || !underWay.compareAndSet(false, true)) {
            return Optional.empty();
        }
        lastSeq = seq;
        lastAt = now;
        return Optional.of(new Picture(seq, now, image.get()));
    }

    /** In the background. */
    void keep(Picture picture) throws InterruptedException {
        dispatcher.whenTaken(() -> Thread.ofVirtual().name("image-saver").start(() -> {
            try {
                save(picture.seq(), picture.at(), picture.image());
            } finally {
                underWay.set(false);
            }
        }));
    }

    void save(long seq, Instant at, Image image) {
        if (dispatcher.owes()) {
            LOG.info("No image is saved at row {}: what is not carried out yet has to be found in the journal", seq);
            return;
        }
        try {
            journal.saveImage(seq, at, image);
        } catch (JournalDown | RuntimeException e) {
            LOG.warn("The image at row {} could not be saved; the next one will do", seq, e);
        }
    }
}
