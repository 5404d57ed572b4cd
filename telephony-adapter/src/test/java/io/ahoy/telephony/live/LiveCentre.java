package io.ahoy.telephony.live;

import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Team;
import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.ivr.script.ScriptParser;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.history.HistoryOutlet;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.RouterListener;
import io.ahoy.router.shell.RouterSettings;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.router.shell.RouterTime;
import io.ahoy.telephony.Voice;
import io.ahoy.telephony.VoiceSettings;
import io.ahoy.telephony.agi.CustomerCallers;
import io.ahoy.telephony.ami.AmiAction;
import io.ahoy.telephony.ami.AmiLink;
import io.ahoy.telephony.ami.AmiSettings;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.VoiceListener;
import io.ahoy.telephony.pbx.AsteriskHome;
import io.ahoy.telephony.pbx.PbxSettings;
import io.ahoy.telephony.pbx.Phone;
import io.ahoy.telephony.pbx.ProvisionedAsterisk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A whole centre but for the web: database, journal, router, telephony and Asterisk, as the product wires them. */
final class LiveCentre implements AutoCloseable {
    static final QueueId SALES = new QueueId("sales");
    static final QueueId SUPPORT = new QueueId("support");
    static final Duration OFFER_LIMIT = Duration.ofSeconds(20);
    static final Duration REATTACH_LIMIT = Duration.ofSeconds(5);
    private static final String TRUNK = "carrier-1";
    private static final String SECRET = "a-secret-for-tests";
    static final Path TEMPLATES = Path.of(System.getProperty("ahoy.top", ".."), "config/asterisk");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Function<Instant, InteractionId> IDS = LiveCentre::newId;

    final EmbeddedMariaDb mariaDb;
    final Db db;
    final History history;
    final ProvisionedAsterisk asterisk;
    final ChosenPhones phones = new ChosenPhones();
    private final int agiPort;
    /** Where calls out go. */
    private final int trunkPort;

    private final String domain = UUID.randomUUID().toString();
    private AmiSettings ami;
    private CustomerCallers callers;
    RouterShell router;
    Voice voice;
    final Heard heard = new Heard();

    LiveCentre(String name) throws Exception {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-" + name).toAbsolutePath(), 0);
        db = Db.open(mariaDb.emptyUrl("ahoy_live"), mariaDb.user(), mariaDb.password(), 8);
        history = new History(db);
        agiPort = freePort();
        Path folder = Path.of("target", "pbx-" + name).toAbsolutePath();
        trunkPort = freePort();
        PbxSettings settings = PbxSettings.onLoopback(AsteriskHome.provision(TEMPLATES), folder, TEMPLATES, agiPort)
                .withTrunk(new PbxSettings.Trunk(TRUNK, "127.0.0.1:" + trunkPort, "127.0.0.1"));
        asterisk = ProvisionedAsterisk.start(
                settings,
                List.of(
                        new Phone("1001", SECRET, SECRET),
                        new Phone("1002", SECRET, SECRET),
                        new Phone("1003", SECRET, SECRET)));
        ami = AmiSettings.of(asterisk.amiHost(), asterisk.amiPort(), asterisk.amiUser(), asterisk.amiSecret());
        open();
    }

    /** Through which port AMI is reached from the next {@link #open} on. */
    void reachAmiThrough(int port) {
        ami = new AmiSettings(
                "127.0.0.1",
                port,
                asterisk.amiUser(),
                asterisk.amiSecret(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
    }

    /** Ahoy, but not Asterisk and not the database. */
    void open() throws Exception {
        callers = new CustomerCallers(new PhoneNumbers("DE"), new Customers(db), new Team(db), history, Grants.NONE);
        VoiceSettings settings = new VoiceSettings(ami, "127.0.0.1", agiPort, TRUNK, SUPPORT, Map.of(), REATTACH_LIMIT);
        voice = Voice.prepare(settings, callers, callers, callers, IDS, ivr(), phones, new VoiceListener() {}, CLOCK);
        MariaDbJournal journal = new MariaDbJournal(db::ownConnection, domain, "test", Duration.ofSeconds(20));
        router = RouterShell.start(
                RouterSettings.of(List.of(rule(SALES), rule(SUPPORT)), new RouterListener() {}),
                journal,
                RouterTime.system(),
                List.of(new HistoryOutlet(history), heard, voice.outlet()));
        voice.start(router);
    }

    /** As a restart of Ahoy: Asterisk keeps what it has. */
    void shut() {
        voice.close();
        router.close();
        callers.close();
    }

    AgentId agent(String extension) {
        AgentId agent =
                new AgentId(UUID.nameUUIDFromBytes(extension.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        phones.assign(agent, extension);
        phones.setDevice(agent, ChosenPhones.Device.PHONE);
        return agent;
    }

    AgentId ready(String extension, String... skills) {
        AgentId agent = agent(extension);
        TreeSet<SkillId> needed = new TreeSet<>();
        for (String skill : skills) {
            needed.add(new SkillId(skill));
        }
        router.submit(new Input.SeatSignedIn(agent, needed, new io.ahoy.router.acd.BreakReason("start")))
                .join();
        router.submit(new Input.SeatResumed(agent)).join();
        return agent;
    }

    void signOut(AgentId agent) {
        router.submit(new Input.WrapUpDone(agent)).join();
        router.submit(new Input.SeatSignedOut(agent)).join();
    }

    SipPeer phone(String extension, int tone) {
        SipPeer phone = new SipPeer(extension, asterisk.sipPort(), tone);
        phone.register(SECRET);
        return phone;
    }

    /** Whom the trunk leads to, whatever number is dialled. */
    SipPeer outside(int tone) {
        return new SipPeer("outside", trunkPort, asterisk.sipPort(), tone);
    }

    SipPeer caller(String number, int tone) {
        return new SipPeer(number, asterisk.sipPort(), tone);
    }

    /** As Asterisk does when no sound has come for {@code rtp_timeout}: cause 44. */
    void loseAgentsDevices() {
        try (AmiLink link = new AmiLink(ami, event -> {})) {
            link.start();
            Awaitility.await().until(link::isUp);
            link.channels(List.of()).join().stream()
                    .filter(status -> status.context().equals("ahoy-agent"))
                    .forEach(status -> link.send(AmiAction.of("Hangup")
                                    .with("Channel", status.channel())
                                    .with("Cause", "44"))
                            .join());
        }
    }

    List<InteractionView> interactions() {
        return router.image().join().interactions();
    }

    long count(InteractionState state) {
        return interactions().stream().filter(view -> view.state() == state).count();
    }

    SeatState seat(AgentId agent) {
        return router.image().join().seats().stream()
                .filter(seat -> seat.agent().equals(agent))
                .map(io.ahoy.router.acd.SeatView::state)
                .findFirst()
                .orElse(SeatState.SIGNED_OUT);
    }

    @Override
    public void close() {
        shut();
        asterisk.stop();
        db.close();
        mariaDb.stop();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static InteractionId newId(Instant at) {
        return new InteractionId(UuidV7.next(at));
    }

    /** 501 leads to sales, everything else to support, without a word. */
    private static IvrEngine ivr() throws Exception {
        return new IvrEngine(ScriptParser.parse("live.ivr", """
                        languages en de

                        decide start
                            when called 501 -> sales
                            when called 502 -> talk
                            otherwise -> support

                        play talk
                            say welcome
                            then support

                        enqueue sales
                            queue sales

                        enqueue support
                            queue support
                        """), ZoneId.of("UTC"));
    }

    static QueueRule rule(QueueId id) {
        return QueueRule.plain(
                id,
                new SkillId(id.value()),
                OFFER_LIMIT,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2));
    }
}
