package io.ahoy.telephony.live;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything the router has said. */
final class Heard implements Outlet {
    private final List<Output> outputs = new CopyOnWriteArrayList<>();

    @Override
    public void start(Image image, Instant now) {}

    @Override
    public void deliver(List<Output> batch, Instant at) {
        outputs.addAll(batch);
    }

    <T extends Output> List<T> all(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends Output> Optional<T> last(Class<T> kind) {
        List<T> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    void forget() {
        outputs.clear();
    }
}
