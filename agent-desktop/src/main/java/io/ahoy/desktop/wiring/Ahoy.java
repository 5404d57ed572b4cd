package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.routing.RoutingRules;
import io.ahoy.desktop.web.contact.ContactRoutes;
import io.ahoy.desktop.web.contact.PhoneAccounts;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.history.HistoryOutlet;
import io.ahoy.router.shell.Fenced;
import io.ahoy.router.shell.JournalDown;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.Outlet;
import io.ahoy.router.shell.RouterSettings;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.router.shell.RouterTime;
import io.ahoy.telephony.Voice;
import io.ahoy.telephony.agi.CustomerCallers;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.ChosenPhones.Device;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of Ahoy, running. What does not depend on each other starts side by side. */
public final class Ahoy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ahoy.class);

    /** One set of queues that share agents. */
    private static final String DOMAIN = "main";
    /** How long after the death of one Ahoy another may take its queues over. */
    private static final Duration LEASE_LIMIT = Duration.ofSeconds(10);

    private static final Duration START_END_LIMIT = Duration.ofSeconds(20);

    private final AhoyConfig config;
    private final InstantSource clock = InstantSource.system();
    private final Shutdown shutdown = new Shutdown();
    private final Path top;
    private final Runnable whenStopped;
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private volatile Calls calls = Calls.NONE;

    /**
     * Of one configuration; nothing is started yet.
     *
     * @param top folder of the program, with {@code config} in it
     * @param whenStopped told when the router has stopped by itself and the rest has to follow
     */
    public Ahoy(AhoyConfig config, Path top, Runnable whenStopped) {
        this.config = config;
        this.top = top;
        this.whenStopped = whenStopped;
    }

    /** What becomes of calls when Ahoy stops. */
    public enum Calls {
        /** There never was an exchange. */
        NONE,
        /** Ahoy's own Asterisk ends with it. */
        ENDED,
        STAY
    }

    /**
     * What the operator is told about a start that went well.
     *
     * @param examplePhone of the demo team; not where a site keeps that in a database of its own
     * @param withoutVoice why there is no voice
     */
    public record Started(
            Instance instance, Optional<ExamplePhone> examplePhone, Optional<String> withoutVoice, Duration took) {}

    /** For trying a SIP phone out. */
    public record ExamplePhone(String extension, String secret) {
        @Override
        public String toString() {
            return "ExamplePhone " + extension;
        }
    }

    /**
     * Starts everything, or nothing: after a problem all that was started is stopped again. To be called once; interrupting it
     * stops the start.
     */
    public Started start() throws StartProblem, InterruptedException {
        boolean runs = false;
        try {
            Started started = startAll();
            runs = true;
            return started;
        } finally {
            startEnded.countDown();
            if (!runs) {
                shutdown.close();
            }
        }
    }

    private Started startAll() throws StartProblem, InterruptedException {
        // First of all: to whom another Ahoy has the ports as well, it is that Ahoy that matters.
        DataFolder folder = DataFolder.open(config);
        shutdown.add("The data folder's lock", folder);
        Ports.check(config, folder);
        CompletableFuture<Vertx> vertx = Parallel.begin("vertx", this::startVertx);
        Database database = Database.open(config, folder, shutdown);
        took("The database");
        Team team = new Team(database.db());
        List<Queue> queues = team.queues();
        Voices voices = Voices.of(config, top, queues, clock);
        CompletableFuture<Exchange> exchange =
                Parallel.begin("exchange", () -> Exchange.start(config, top, folder, team, shutdown));
        ChosenPhones phones = phones(team);
        Desktop desktop = new Desktop(config, database.db(), team, phones, clock);
        Exchange pbx = Parallel.join(exchange);
        calls = switch (pbx) {
            case Exchange.None ignored -> Calls.NONE;
            case Exchange.Own ignored -> Calls.ENDED;
            case Exchange.Sites ignored -> Calls.STAY;
        };
        took("The telephone exchange");
        Optional<Talking> talking = prepareVoice(pbx, voices, database, phones, desktop);
        Mailing mailing = Mailing.prepare(config, database.db(), grants(), desktop.feed(), clock);
        shutdown.add("Mail", mailing);
        RouterShell router = startRouter(database, folder, desktop, talking, mailing);
        talking.ifPresent(present -> present.voice().start(router));
        mailing.channel().start(router);
        took("The router");
        startDesktop(desktop, Parallel.join(vertx), router, voices, talking, mailing);
        took("The desktop");
        watch(database, pbx);
        Instance instance = instance(desktop, database, talking);
        publish(folder, instance);
        Optional<String> withoutVoice = pbx instanceof Exchange.None none ? Optional.of(none.why()) : Optional.empty();
        return new Started(instance, examplePhone(database), withoutVoice, sinceBegin());
    }

    /**
     * Voice, and what others are told about it.
     *
     * @param sipPort 0 with an external Asterisk
     */
    private record Talking(
            Voice voice, Optional<ContactRoutes.Guest> guest, String sipHost, int sipPort, int websocketPort) {}

    private Optional<Talking> prepareVoice(
            Exchange pbx, Voices voices, Database database, ChosenPhones phones, Desktop desktop) throws StartProblem {
        CustomerCallers callers = new CustomerCallers(
                new PhoneNumbers(config.centre().homeCountry()),
                new Customers(database.db()),
                new Team(database.db()),
                new History(database.db()),
                grants());
        shutdown.add("The late history", callers);
        Optional<Talking> talking = switch (pbx) {
            case Exchange.None ignored -> Optional.empty();
            case Exchange.Sites sites ->
                Optional.of(new Talking(
                        voices.prepare(sites.link(), sites.agiPort(), sites.trunk(), callers, phones, desktop.feed()),
                        sites.guest(),
                        "",
                        0,
                        0));
            case Exchange.Own own ->
                Optional.of(new Talking(
                        voices.prepare(own.link(), own.agiPort(), own.trunk(), callers, phones, desktop.feed()),
                        Optional.of(own.guest()),
                        own.asterisk().sipHost(),
                        own.asterisk().sipPort(),
                        own.asterisk().websocketPort()));
        };
        // Stopped after the router, whose last wishes it carries out.
        talking.ifPresent(present -> shutdown.add("Voice", present.voice()));
        return talking;
    }

    private static Optional<ExamplePhone> examplePhone(Database database) {
        if (database.embedded().isEmpty()) {
            return Optional.empty();
        }
        Team team = new Team(database.db());
        return team.byLogin("chen")
                .filter(chen -> team.byLogin("sara").isPresent())
                .flatMap(chen -> team.phoneSecret(chen.id()).map(secret -> new ExamplePhone(chen.extension(), secret)));
    }

    private Grants grants() {
        return new Grants(config.routing().lastAgentPatience());
    }

    private Vertx startVertx() {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors())));
        shutdown.add(
                "Vert.x",
                () -> vertx.close().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS));
        return vertx;
    }

    /** Agents who are added later are known from the next start. */
    private static ChosenPhones phones(Team team) {
        ChosenPhones phones = new ChosenPhones();
        team.agents().forEach(agent -> phones.assign(new AgentId(agent.id()), agent.extension()));
        team.devices().forEach((agent, device) -> phones.setDevice(new AgentId(agent), Device.valueOf(device)));
        return phones;
    }

    private RouterShell startRouter(
            Database database, DataFolder folder, Desktop desktop, Optional<Talking> talking, Mailing mailing)
            throws StartProblem {
        List<Outlet> outlets = new ArrayList<>();
        talking.ifPresent(present -> outlets.add(present.voice().outlet()));
        outlets.add(mailing.channel().outlet());
        outlets.add(desktop.feed());
        outlets.add(new HistoryOutlet(new History(database.db())));
        RouterSettings settings = RouterSettings.of(
                RoutingRules.of(
                        new Configurations(database.db()).read(),
                        config.centre().zone()),
                Routing.listener(desktop.feed(), whenStopped));
        MariaDbJournal journal =
                new MariaDbJournal(database.db()::ownConnection, DOMAIN, folder.installation(), LEASE_LIMIT);
        try {
            RouterShell router = RouterShell.start(settings, journal, RouterTime.system(), outlets);
            shutdown.add("The router", router);
            return router;
        } catch (Fenced e) {
            throw new StartProblem(
                    "Another Ahoy routes the queues of this database: " + e.getMessage()
                            + ". Stop it first, or use another database.",
                    e);
        } catch (JournalDown e) {
            throw new StartProblem("The database went away during the start: " + e.getMessage(), e);
        }
    }

    private void startDesktop(
            Desktop desktop, Vertx vertx, RouterShell router, Voices voices, Optional<Talking> talking, Mailing mailing)
            throws StartProblem, InterruptedException {
        shutdown.add("The desktop", desktop);
        Optional<Desktop.VoiceSide> side = talking.map(present -> new Desktop.VoiceSide(
                present.voice().control(),
                new PhoneAccounts(config.voice().websocketUrl(), present.websocketPort()),
                present.guest(),
                voices.scripted()));
        try {
            desktop.start(vertx, router, side, mailing);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Ports.taken(config, "web.port", config.web().port(), cause);
        } catch (TimeoutException e) {
            throw new StartProblem("The web server does not start in time.", e);
        }
    }

    private void watch(Database database, Exchange pbx) {
        database.embedded()
                .ifPresent(mariaDb -> shutdown.add("MariaDB's watchdog", new Watchdog("MariaDB", mariaDb::ensureUp)));
        if (pbx instanceof Exchange.Own own) {
            shutdown.add("Asterisk's watchdog", new Watchdog("Asterisk", own.asterisk()::ensureUp));
        }
    }

    private Instance instance(Desktop desktop, Database database, Optional<Talking> talking) {
        return new Instance(
                ProcessHandle.current().pid(),
                "http://" + shownHost() + ":" + desktop.port(),
                talking.map(Talking::sipHost).orElse(""),
                talking.map(Talking::sipPort).orElse(0),
                talking.map(Talking::websocketPort).orElse(0),
                database.embedded().map(EmbeddedMariaDb::port).orElse(0),
                talking.map(present -> present.voice().agiPort()).orElse(0));
    }

    /** What one types into a browser on this machine: a wildcard address is none. */
    private String shownHost() {
        String host = config.web().host();
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }

    private static void publish(DataFolder folder, Instance instance) throws StartProblem {
        try {
            folder.write(instance);
        } catch (IOException e) {
            throw new StartProblem("The file run/instance.json cannot be written: " + e.getMessage(), e);
        }
    }

    private void took(String what) {
        LOG.info("{} was ready {} ms after the start", what, sinceBegin().toMillis());
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    public Calls calls() {
        return calls;
    }

    /** Stops everything in the reverse order; called during the start, after its end. */
    @Override
    public void close() {
        try {
            if (!startEnded.await(START_END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The start does not end; stopping what there is");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shutdown.close();
    }
}
