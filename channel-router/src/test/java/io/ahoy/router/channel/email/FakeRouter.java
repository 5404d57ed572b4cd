package io.ahoy.router.channel.email;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Refused;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every arrival, or refuses them while it is away. */
public final class FakeRouter implements Intake {
    private final List<UUID> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;

    @Override
    public CompletableFuture<List<Output>> submit(Input input) {
        if (away) {
            refused.incrementAndGet();
            return CompletableFuture.failedFuture(new Refused("stopping"));
        }
        if (input instanceof Input.Arrived one) {
            arrived.add(one.interaction().value());
        }
        return CompletableFuture.completedFuture(List.of());
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** In their order; one that comes twice stands here twice. */
    public List<UUID> arrived() {
        return List.copyOf(arrived);
    }

    public int refused() {
        return refused.get();
    }
}
