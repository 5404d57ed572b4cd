package io.ahoy.desktop;

import io.ahoy.config.AhoyConfig;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.routing.RoutingRules;
import io.ahoy.desktop.wiring.Desktop;
import io.ahoy.desktop.wiring.Mailing;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.trial.TrialServer;
import io.ahoy.router.history.HistoryOutlet;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.RouterListener;
import io.ahoy.router.shell.RouterSettings;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.router.shell.RouterTime;
import io.ahoy.telephony.call.ChosenPhones;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** A centre for one test: real MariaDB with the demo team, real router, real web server; calls are played by hand. */
final class TestCentre implements BeforeEachCallback, AfterEachCallback {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Duration sessionLimit;
    private List<InetAddress> trustedProxies = List.of();
    private AhoyConfig.Mail.Server mailServer = AhoyConfig.Mail.Server.NONE;
    private Optional<Running> running = Optional.empty();

    TestCentre() {
        this(Duration.ofHours(1));
    }

    TestCentre(Duration sessionLimit) {
        this.sessionLimit = sessionLimit;
    }

    /** The tests' browsers then stand for a proxy on this machine. */
    TestCentre behindProxy() {
        trustedProxies = List.of(InetAddress.getLoopbackAddress());
        return this;
    }

    /** On the small server that Ahoy brings. */
    TestCentre withMail() {
        mailServer = AhoyConfig.Mail.Server.PROVISIONED;
        return this;
    }

    private record Running(
            Db db, Team team, Vertx vertx, RouterShell router, Desktop desktop, Mailing mailing, Blobs blobs) {}

    /** One for all tests of a run. */
    private record Server(EmbeddedMariaDb mariaDb) implements Store.CloseableResource {
        Server() {
            this(EmbeddedMariaDb.start(Path.of("target", "mariadb"), 0));
        }

        @Override
        public void close() {
            mariaDb.stop();
        }
    }

    /** A fresh one for each test class. */
    private record Schema(Db db) implements Store.CloseableResource {
        static Schema on(EmbeddedMariaDb mariaDb) {
            String name = "ahoy_web_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
            Db db = Db.open(mariaDb.url(name), mariaDb.user(), mariaDb.password(), 4);
            DemoTeam.fill(db);
            return new Schema(db);
        }

        @Override
        public void close() {
            db.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Store store = context.getRoot().getStore(Namespace.create(TestCentre.class));
        Server server = Objects.requireNonNull(store.getOrComputeIfAbsent("server", key -> new Server(), Server.class));
        Db db = Objects.requireNonNull(store.getOrComputeIfAbsent(
                        context.getRequiredTestClass(), key -> Schema.on(server.mariaDb()), Schema.class))
                .db();
        Team team = new Team(db);
        Vertx vertx = Vertx.vertx();
        ChosenPhones phones = new ChosenPhones();
        team.agents().forEach(agent -> phones.assign(new AgentId(agent.id()), agent.extension()));
        AhoyConfig config = config();
        Desktop desktop = new Desktop(config, db, team, phones, InstantSource.system());
        Mailing mailing = Mailing.prepare(config, db, Grants.NONE, desktop.feed(), InstantSource.system());
        RouterShell router = RouterShell.start(
                RouterSettings.of(
                        RoutingRules.of(
                                new Configurations(db).read(), config().centre().zone()),
                        new RouterListener() {}),
                new MariaDbJournal(db::ownConnection, "test" + NUMBER.incrementAndGet(), "test", Duration.ofSeconds(5)),
                RouterTime.system(),
                List.of(mailing.channel().outlet(), desktop.feed(), new HistoryOutlet(new History(db))));
        mailing.channel().start(router);
        desktop.start(vertx, router, Optional.empty(), mailing);
        running = Optional.of(new Running(
                db,
                team,
                vertx,
                router,
                desktop,
                mailing,
                new Blobs(config.data().resolve("blobs"))));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        running().desktop().close();
        running().mailing().close();
        running().router().close();
        running().vertx().close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Running running() {
        return running.orElseThrow();
    }

    private AhoyConfig config() {
        AhoyConfig defaults = AhoyConfig.defaults(Map.of());
        return new AhoyConfig(
                Path.of("target", "centre", "data" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet()),
                defaults.centre(),
                defaults.routing(),
                new AhoyConfig.Web(
                        "127.0.0.1", 0, false, sessionLimit, trustedProxies, Optional.of("http://127.0.0.1:8080")),
                defaults.database(),
                defaults.voice(),
                new AhoyConfig.Mail(mailServer, Optional.empty(), 0, 0, Duration.ofSeconds(2), 20),
                defaults.origins());
    }

    TestBrowser browser() {
        return new TestBrowser(desktop().port());
    }

    TestBrowser signedIn(String login) {
        TestBrowser browser = browser();
        browser.signIn(login, "ahoy");
        return browser;
    }

    AgentId agent(String login) {
        return new AgentId(team().byLogin(login).orElseThrow().id());
    }

    /** The mail server for trying mail out. */
    TrialServer mailServer() {
        return running().mailing().server().orElseThrow();
    }

    Mailing mailing() {
        return running().mailing();
    }

    Blobs blobs() {
        return running().blobs();
    }

    Db db() {
        return running().db();
    }

    Team team() {
        return running().team();
    }

    Desktop desktop() {
        return running().desktop();
    }

    List<Output> submit(Input input) {
        return running().router().submit(input).join();
    }

    /** The router's whole state, after everything submitted before. */
    Image image() {
        return running().router().image().join();
    }

    // ---- a call, as telephony would report it

    InteractionId callArrives(String queue, String number) {
        Instant now = Instant.now();
        InteractionId id = new InteractionId(UuidV7.next(now));
        new History(db())
                .open(new NewContact(
                        id.value(), "VOICE", number, false, Optional.of(number), "500", customerOf(number), now));
        submit(new Input.Arrived(id, Channel.VOICE, new QueueId(queue), now));
        return id;
    }

    private Optional<java.util.UUID> customerOf(String number) {
        return new io.ahoy.crm.customer.Customers(db()).byNumber(number).map(customer -> customer.id());
    }

    /** The agent whom it rings at picks up. */
    OfferId answered(InteractionId id) {
        OfferId offer = offerOf(id);
        submit(new Input.OfferAccepted(offer));
        submit(new Input.Connected(offer));
        return offer;
    }

    OfferId offerOf(InteractionId id) {
        return Awaitility.await()
                .until(
                        () -> desktop().feed().picture().interaction(id).flatMap(view -> view.offer()),
                        Optional::isPresent)
                .orElseThrow();
    }

    void hangsUp(InteractionId id) {
        submit(new Input.Ended(id, EndCause.CUSTOMER_HUNG_UP));
        Awaitility.await()
                .until(() -> desktop()
                        .feed()
                        .picture()
                        .interaction(id)
                        .filter(view -> view.state() == InteractionState.ACTIVE)
                        .isEmpty());
    }
}
