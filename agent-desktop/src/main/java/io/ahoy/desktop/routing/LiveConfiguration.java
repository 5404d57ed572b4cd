package io.ahoy.desktop.routing;

import io.ahoy.crm.team.AgentRouting;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.feed.Roster;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.shell.RouterShell;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the router and the browsers follow the configuration in the database. One change is followed after the other, and each time
 * what is stored by then is read, so that the last one stored is the last one followed whoever was quicker in between.
 */
public final class LiveConfiguration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** By which a seat is recognised that was not there any more when its abilities were to be changed. */
    private static final BreakReason CONFIGURED = new BreakReason("system.configured");

    private final Configurations configurations;
    private final Team team;
    private final Feed feed;
    private final RouterShell router;
    private final ZoneId zone;
    private final Consumer<Configuration> others;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("configuration").factory());

    /**
     * To be begun.
     *
     * @param zone of the centre
     * @param others who work by the configuration beside the router
     */
    public LiveConfiguration(
            Configurations configurations,
            Team team,
            Feed feed,
            RouterShell router,
            ZoneId zone,
            Consumer<Configuration> others) {
        this.configurations = configurations;
        this.team = team;
        this.feed = feed;
        this.router = router;
        this.zone = zone;
        this.others = others;
    }

    /** Does not wait. Of use after a start, when the router may remember seats from before a change. */
    public void begin() {
        Future<?> unused = thread.submit(() -> {
            try {
                apply();
            } catch (ExecutionException | RuntimeException e) {
                tell(e);
            }
            return true;
        });
    }

    /**
     * Returns when the router works by what is stored now, to be called after a change.
     *
     * @return false when that takes longer, because the database is away; it is done when it is back
     */
    public boolean follow() throws InterruptedException {
        try {
            thread.submit(() -> {
                        apply();
                        return true;
                    })
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            tell(e);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the router failed", e);
        }
    }

    /** A seat was taken with these abilities, which may have been changed in the very moment. */
    public void seated(AgentRouting given) throws InterruptedException {
        Optional<AgentRouting> now = team.agent(given.id()).map(agent -> agent.routing());
        if (now.isPresent() && !now.get().equals(given)) {
            follow();
        }
    }

    private void apply() throws ExecutionException, InterruptedException {
        Configuration configuration = configurations.read();
        others.accept(configuration);
        Input.QueuesChanged rules = RoutingRules.of(configuration, zone);
        Image image = router.image().get();
        if (!image.follows(rules)) {
            router.submit(rules.keeping(image.queues())).get();
        }
        for (SeatView seat : image.seats()) {
            Optional<AgentRouting> agent = configuration.agents().stream()
                    .filter(known -> known.id().equals(seat.agent().value()))
                    .findFirst();
            if (agent.isPresent()) {
                follow(seat, agent.get());
            }
        }
        feed.configured(Roster.of(team));
    }

    private void follow(SeatView seat, AgentRouting agent) throws ExecutionException, InterruptedException {
        Abilities abilities = RoutingRules.abilities(agent);
        if (seat.abilities().equals(abilities)) {
            return;
        }
        List<Output> said = router.submit(new Input.SeatSignedIn(seat.agent(), abilities, CONFIGURED))
                .get();
        // Somebody without skills has no seat; and whoever signed out meanwhile is not to come back by this.
        if (agent.skills().isEmpty() || said.stream().anyMatch(output -> isNew(output, seat.agent()))) {
            router.submit(new Input.SeatSignedOut(seat.agent())).get();
        }
    }

    private void tell(Exception e) {
        if (!thread.isShutdown()) {
            LOG.error("The router does not follow the configuration; the next change tries again", e);
        }
    }

    private static boolean isNew(Output output, AgentId agent) {
        return output instanceof Output.SeatChanged(SeatView seat)
                && seat.agent().equals(agent)
                && seat.reason().equals(Optional.of(CONFIGURED));
    }

    /** What is under way is finished first, if that is soon: an interrupted question costs a connection to the database. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
