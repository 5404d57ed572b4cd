package io.ahoy.telephony.ami;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listener on one connection: counts, translates, hands over. Runs on the library's one event thread. */
final class Intake implements ManagerEventListener {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Consumer<AmiEvent> receiver;
    private final CountDownLatch booted = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile @Nullable AmiConnection connection;
    private long counted;
    private long marks;

    Intake(Consumer<AmiEvent> receiver) {
        this.receiver = receiver;
    }

    void opened(AmiConnection opened) {
        connection = opened;
    }

    /** Asterisk lets us in while it still starts, and then tells when it has; otherwise it tells at once. */
    boolean awaitBooted(long millis) throws InterruptedException {
        return booted.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean awaitGone(long millis) throws InterruptedException {
        return gone.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onManagerEvent(ManagerEvent event) {
        if (event instanceof DisconnectEvent) {
            gone.countDown();
            booted.countDown(); // or never
            return;
        }
        if (event instanceof AhoyMarkEvent mark) {
            compare(mark);
            return;
        }
        if (EventTranslation.isCounted(event)) {
            counted++;
        }
        try {
            EventTranslation.of(event).ifPresent(this::hand);
        } catch (IllegalArgumentException e) {
            // Only a caller's own text can make an event unreadable, and then only the one about his own channel.
            log.warn("ignored a {}: {}", event.getClass().getSimpleName(), e.getMessage());
        }
    }

    private void hand(AmiEvent event) {
        receiver.accept(event);
        if (event instanceof AmiEvent.Booted) {
            booted.countDown();
        }
    }

    private void compare(AhoyMarkEvent mark) {
        marks++;
        if (mark.getNumber() != marks || mark.getExpected() != counted) {
            receiver.accept(new AmiEvent.LinkDirty("of " + mark.getExpected() + " events " + counted + " arrived"));
            marks = mark.getNumber();
            counted = mark.getExpected();
        }
        AmiConnection now = connection;
        if (now != null) {
            now.markSeen();
        }
    }
}
