package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An outlet that keeps what it is given. */
final class Recording implements Outlet {
    private final List<Output> outputs = new ArrayList<>();
    private final List<Output> replayed = new ArrayList<>();
    private Optional<Image> first = Optional.empty();

    @Override
    public synchronized void replay(List<Output> missed, Instant at) {
        replayed.addAll(missed);
    }

    @Override
    public synchronized void start(Image image, Instant now) {
        first = Optional.of(image);
    }

    @Override
    public synchronized void deliver(List<Output> delivered, Instant at) {
        outputs.addAll(delivered);
    }

    synchronized Optional<Image> first() {
        return first;
    }

    synchronized List<Output> outputs() {
        return List.copyOf(outputs);
    }

    synchronized List<Output> replayed() {
        return List.copyOf(replayed);
    }

    boolean has(Predicate<Output> wanted) {
        return outputs().stream().anyMatch(wanted);
    }

    <T extends Output> List<T> all(Class<T> kind) {
        return outputs().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
