package io.ahoy.router.channel.email;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Takes every arrival, or refuses them while it is away; withdraws what it has and nobody else holds. */
public final class FakeRouter implements Intake {
    private final List<UUID> arrived = Collections.synchronizedList(new ArrayList<>());
    private final List<UUID> withdrawn = new CopyOnWriteArrayList<>();
    private final Map<UUID, Optional<AgentId>> holders = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private volatile boolean away;

    @Override
    public CompletableFuture<List<Output>> submit(Input input) {
        if (away) {
            refused.incrementAndGet();
            return CompletableFuture.failedFuture(new Refused("stopping"));
        }
        meanwhile.getAndSet(() -> {}).run();
        if (input instanceof Input.Arrived one) {
            arrived.add(one.interaction().value());
            holders.putIfAbsent(one.interaction().value(), Optional.empty());
        }
        return CompletableFuture.completedFuture(input instanceof Input.Withdrawn gone ? withdraw(gone) : List.of());
    }

    private List<Output> withdraw(Input.Withdrawn gone) {
        UUID interaction = gone.interaction().value();
        Optional<AgentId> holder = holders.getOrDefault(interaction, Optional.empty());
        boolean fits = holders.containsKey(interaction) && (holder.isEmpty() || holder.equals(gone.by()));
        if (!fits) {
            return List.of();
        }
        holders.remove(interaction);
        withdrawn.add(interaction);
        return List.of(new Output.HangUp(gone.interaction()));
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** From now on he has it. */
    public void takes(UUID interaction, UUID agent) {
        holders.put(interaction, Optional.of(new AgentId(agent)));
    }

    /** This happens in the moment in which it is told something next. */
    public void meanwhile(Runnable happens) {
        meanwhile.set(happens);
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

    public List<UUID> withdrawn() {
        return List.copyOf(withdrawn);
    }

    public int refused() {
        return refused.get();
    }
}
