package io.ahoy.desktop.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The ears of many phones, served by one thread. */
final class Ears implements AutoCloseable {
    private static final Duration PACKET = Duration.ofMillis(20);

    private final List<Ear> ears = new ArrayList<>();
    private final Selector selector;
    private final Thread thread;

    Ears(List<String> names) {
        this(names, true);
    }

    /** @param speaking otherwise they only listen */
    Ears(List<String> names, boolean speaking) {
        try {
            selector = Selector.open();
            for (String name : names) {
                Ear ear = new Ear(name);
                ear.channel.register(selector, SelectionKey.OP_READ, ear);
                ears.add(ear);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().daemon().name("ears").start(() -> serve(speaking));
    }

    Ear get(int index) {
        return ears.get(index);
    }

    private void serve(boolean speaking) {
        ByteBuffer packet = ByteBuffer.allocate(2048);
        Instant next = Instant.now();
        try {
            while (selector.isOpen()) {
                long rest = Duration.between(Instant.now(), next).toMillis();
                if (rest > 0) {
                    selector.select(key -> listen(key, packet), rest);
                } else {
                    selector.selectNow(key -> listen(key, packet));
                    if (speaking) {
                        ears.forEach(ear -> ear.speak(packet));
                    }
                    next = next.plus(PACKET);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.nio.channels.ClosedSelectorException e) {
            // closed
        }
    }

    private static void listen(SelectionKey key, ByteBuffer packet) {
        try {
            ((Ear) key.attachment()).receive(packet, Instant.now());
        } catch (IOException e) {
            // ICMP "port unreachable" of an earlier packet; the next ones may come through
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            thread.join();
            for (Ear ear : ears) {
                ear.channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
