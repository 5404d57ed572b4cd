package io.ahoy.desktop;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The real core without a journal. */
final class TestRouter implements Intake, AutoCloseable {
    private final Acd acd = Acd.of(Image.EMPTY);
    private final List<Outlet> outlets;

    TestRouter(List<QueueRule> queues, List<Outlet> outlets) {
        this.outlets = outlets;
        acd.apply(new Input.QueuesChanged(queues), Instant.now());
        outlets.forEach(outlet -> outlet.start(acd.image(), Instant.now()));
    }

    @Override
    public synchronized CompletableFuture<List<Output>> submit(Input input) {
        Instant now = Instant.now();
        List<Output> outputs = acd.apply(input, now);
        outlets.forEach(outlet -> Thread.ofVirtual().start(() -> outlet.deliver(outputs, now)));
        return CompletableFuture.completedFuture(outputs);
    }

    @Override
    public void close() {}
}
