package io.ahoy.router.channel.email;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every arrival, or refuses them while it is away. */
public final class FakeRouter implements Intake {
    private final List<UUID> arrived = Collections.synchronizedList(new ArrayList<>());
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
        synchronized (arrived) {
            return List.copyOf(arrived);
        }
    }

    /** How many, without a copy of them. */
    public int count() {
        return arrived.size();
    }

    public int refused() {
        return refused.get();
    }
}
