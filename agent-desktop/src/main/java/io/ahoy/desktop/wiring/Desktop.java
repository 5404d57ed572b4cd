package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.crm.access.ApiTokens;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.CaseLoad;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.History;
import io.ahoy.crm.knowledge.ArticleCategories;
import io.ahoy.crm.knowledge.ArticleFiles;
import io.ahoy.crm.knowledge.ArticleReports;
import io.ahoy.crm.knowledge.ArticleSearch;
import io.ahoy.crm.knowledge.Articles;
import io.ahoy.crm.knowledge.Suggestions;
import io.ahoy.crm.mail.ForgottenMails;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.report.MailReports;
import io.ahoy.crm.order.Orders;
import io.ahoy.crm.order.Products;
import io.ahoy.crm.privacy.Erasure;
import io.ahoy.crm.privacy.Export;
import io.ahoy.crm.privacy.Retention;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Sessions;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Guard;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.auth.SignIn;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.feed.FeedRoute;
import io.ahoy.desktop.feed.Roster;
import io.ahoy.desktop.routing.LiveConfiguration;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Blocking;
import io.ahoy.desktop.web.ClientAddresses;
import io.ahoy.desktop.web.Contract;
import io.ahoy.desktop.web.HelpedPage;
import io.ahoy.desktop.web.Json;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.desktop.web.WebServer;
import io.ahoy.desktop.web.access.AuditRoutes;
import io.ahoy.desktop.web.access.TokenRoutes;
import io.ahoy.desktop.web.article.ArticleFileRoutes;
import io.ahoy.desktop.web.article.ArticleReportRoutes;
import io.ahoy.desktop.web.article.ArticleRoutes;
import io.ahoy.desktop.web.article.ArticleSearchRoutes;
import io.ahoy.desktop.web.article.CategoryRoutes;
import io.ahoy.desktop.web.article.SuggestionRoutes;
import io.ahoy.desktop.web.board.BoardRoutes;
import io.ahoy.desktop.web.casework.CaseLinkRoutes;
import io.ahoy.desktop.web.casework.CaseRoutes;
import io.ahoy.desktop.web.casework.ColleagueRoutes;
import io.ahoy.desktop.web.configuration.ConfigurationRoutes;
import io.ahoy.desktop.web.contact.ContactRoutes;
import io.ahoy.desktop.web.contact.PhoneAccounts;
import io.ahoy.desktop.web.customer.CustomerRoutes;
import io.ahoy.desktop.web.customer.FindRoutes;
import io.ahoy.desktop.web.customer.NoteRoutes;
import io.ahoy.desktop.web.customer.OrganisationRoutes;
import io.ahoy.desktop.web.customer.PointReader;
import io.ahoy.desktop.web.history.HistoryRoutes;
import io.ahoy.desktop.web.interaction.CallControls;
import io.ahoy.desktop.web.interaction.InteractionRoutes;
import io.ahoy.desktop.web.interaction.Pops;
import io.ahoy.desktop.web.interaction.TransferTargets;
import io.ahoy.desktop.web.interaction.WrapUpRoutes;
import io.ahoy.desktop.web.mail.AnswerTextRoutes;
import io.ahoy.desktop.web.mail.ConversationRoutes;
import io.ahoy.desktop.web.mail.FollowUpRoutes;
import io.ahoy.desktop.web.mail.MailFileRoutes;
import io.ahoy.desktop.web.mail.MailRuleRoutes;
import io.ahoy.desktop.web.mail.MailTemplateRoutes;
import io.ahoy.desktop.web.mail.MailboxRoutes;
import io.ahoy.desktop.web.mail.NewMailRoutes;
import io.ahoy.desktop.web.mail.PulledRoutes;
import io.ahoy.desktop.web.mail.ReadableConversations;
import io.ahoy.desktop.web.mail.RegroupRoutes;
import io.ahoy.desktop.web.mail.TryMailRoutes;
import io.ahoy.desktop.web.order.OrderRoutes;
import io.ahoy.desktop.web.order.ProductRoutes;
import io.ahoy.desktop.web.privacy.PrivacyRoutes;
import io.ahoy.desktop.web.report.MailReportRoutes;
import io.ahoy.desktop.web.seat.SeatRoutes;
import io.ahoy.desktop.web.seat.Seating;
import io.ahoy.desktop.web.session.SessionRoutes;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.channel.email.reply.PublicArticles;
import io.ahoy.router.channel.email.rule.RuleLanguage;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.VoiceControl;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server side of the browser apps. Its feed exists before the router, its routes after. */
public final class Desktop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final AhoyConfig config;
    private final InstantSource clock;
    private final Db db;
    private final Json json = new Json();
    private final Team team;
    private final Configurations configurations;
    private final Sessions sessions;
    private final History history;
    private final Customers customers;
    private final Pops pops;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("feed-reader-", 1).factory());
    private final CompletableFuture<Intake> router = new CompletableFuture<>();
    private final Feed feed;
    private Optional<Serving> serving = Optional.empty();

    private record Serving(
            Blocking blocking, WebServer server, LiveConfiguration live, ArticleSearch search, Nightly nightly) {}

    /**
     * What voice adds.
     *
     * @param accounts where browsers' phones register
     * @param guest the account of {@code /contact}
     * @param queues that the IVR script sends callers to
     */
    public record VoiceSide(
            VoiceControl control, PhoneAccounts accounts, Optional<ContactRoutes.Guest> guest, Set<String> queues) {}

    public Desktop(AhoyConfig config, Db db, Team team, ChosenPhones phones, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.db = db;
        this.team = team;
        this.configurations = new Configurations(db, new RuleLanguage());
        this.sessions = new Sessions(db, config.web().sessionLimit());
        this.history = new History(db);
        this.customers = new Customers(db);
        this.pops = new Pops(history, customers, new Continuation(db), new Audit(db));
        this.feed = new Feed(new Feed.Ground(
                json,
                clock,
                config.centre().zone(),
                build(),
                history,
                new Figures(db),
                Roster.of(team),
                now -> CaseLoad.read(db, now),
                phones,
                (id, viewer) -> pops.of(id, viewer.actor(clock.instant())).map(pop -> (Object) pop),
                new ReadableConversations(db, new Rights(this::seatOf))::threadFor,
                this::boardSeen,
                threads,
                input -> router.thenAccept(intake -> intake.submit(input))));
    }

    private void boardSeen(SignedIn viewer, Set<UUID> customers) {
        try {
            new Audit(db).shown(viewer.actor(clock.instant()), Subject.CUSTOMER, "/feed", customers.stream());
        } catch (DatabaseDown away) {
            LOG.warn(
                    "The trail has no line that agent {} saw {} customers on the board",
                    viewer.id(),
                    customers.size(),
                    away);
        }
    }

    private Optional<SeatView> seatOf(AgentId agent) {
        return feed.picture().seat(agent);
    }

    /** To be given to the router as an outlet. */
    public Feed feed() {
        return feed;
    }

    /** @throws ExecutionException the address cannot be listened on */
    public void start(Vertx vertx, RouterShell shell, Optional<VoiceSide> voice, Mailing mailing)
            throws ExecutionException, InterruptedException, TimeoutException {
        router.complete(shell);
        LiveConfiguration live = new LiveConfiguration(
                configurations, team, feed, shell, config.centre().zone(), mailing::follow);
        Blocking blocking = new Blocking(vertx);
        Guard guard =
                new Guard(team, sessions, new ApiTokens(db), clock, config.web().secureCookies(), feed::sessionSeen);
        Router routes = WebServer.apiRouter(vertx);
        ClientAddresses addresses = new ClientAddresses(config.web().trustedProxies());
        Api api = new Api(routes, new Api.Ground(guard, Contract.load(vertx), db, blocking, json, addresses, clock));
        ArticleSearch search = ArticleSearch.open(config.data().resolve("articles"), db);
        RouterDoor door = new RouterDoor(shell);
        register(api, guard, door, live, voice);
        registerArticles(api, search);
        registerMail(api, mailing);
        new PulledRoutes(door, feed, db).register(api);
        mailing.texts().suggestFrom(new PublicArticles(search, new Articles(db, search::follow)));
        Retention retention = new Retention(db);
        Consumer<Instant> sweep = storedBefore -> ForgottenMails.sweep(db, blobs(), storedBefore);
        new PrivacyRoutes(new Export(db, blobs()), new Erasure(db), retention, sweep, feed).register(api);
        new FeedRoute(feed, guard, blocking, json, clock).register(api);
        api.requireComplete();
        Nightly nightly = new Nightly(config.centre().zone(), clock, () -> {
            retention.run(false, clock.instant());
            sweep.accept(clock.instant());
        });
        HelpedPage helped = new HelpedPage(mailing.channel().helped(), blocking, addresses, clock);
        WebServer server =
                WebServer.start(vertx, config.web().host(), config.web().port(), routes, api, helped);
        serving = Optional.of(new Serving(blocking, server, live, search, nightly));
        nightly.begin();
        live.begin();
    }

    private void register(Api api, Guard guard, RouterDoor door, LiveConfiguration live, Optional<VoiceSide> voice) {
        Seating seating = new Seating(door, live);
        Rights rights = new Rights(feed.picture()::seat);
        SignIn signIn = new SignIn(team, sessions, clock);
        CallControls calls = new CallControls(voice.map(VoiceSide::control));
        TransferTargets targets =
                new TransferTargets(team, new PhoneNumbers(config.centre().homeCountry()));
        SessionRoutes.Centre centre = new SessionRoutes.Centre(
                config.centre().name(), config.centre().zone().getId());
        new SessionRoutes(new SessionRoutes.Desk(
                        signIn,
                        guard,
                        sessions,
                        team,
                        door,
                        seating,
                        feed,
                        centre,
                        voice.map(VoiceSide::accounts),
                        calls::isUp))
                .register(api);
        new SeatRoutes(door, seating, team, feed).register(api);
        new InteractionRoutes(door, rights, history, pops, targets, calls).register(api);
        new WrapUpRoutes(door, rights, history, team, feed, clock).register(api);
        registerRecords(api);
        new HistoryRoutes(history, customers, new Cases(db), new Audit(db), feed).register(api);
        new BoardRoutes(door, team, feed).register(api);
        Set<String> scripted = voice.map(VoiceSide::queues).orElse(Set.of());
        new ConfigurationRoutes(configurations, team, live, json, clock, scripted).register(api);
        PhoneAccounts accounts = voice.map(VoiceSide::accounts).orElseGet(() -> new PhoneAccounts(Optional.empty(), 0));
        new ContactRoutes(config.centre().name(), calls::isUp, accounts, voice.flatMap(VoiceSide::guest)).register(api);
    }

    /** The port that is listened on; of use when the configured one is 0. */
    public int port() {
        return serving.orElseThrow().server().port();
    }

    private static String build() {
        return Optional.ofNullable(Desktop.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private void registerRecords(Api api) {
        PointReader points = new PointReader(new PhoneNumbers(config.centre().homeCountry()));
        Organisations organisations = new Organisations(db);
        Finder finder = new Finder(db);
        Audit audit = new Audit(db);
        Cases cases = new Cases(db);
        Orders orders = new Orders(db);
        new CustomerRoutes(customers, finder, points, audit, feed).register(api);
        new OrganisationRoutes(organisations, points, audit).register(api);
        new NoteRoutes(new Notes(db), customers, organisations, cases, audit).register(api);
        new FindRoutes(finder, customers, organisations, cases, orders, audit).register(api);
        new CaseRoutes(cases, audit).register(api);
        new ColleagueRoutes(team).register(api);
        new CaseLinkRoutes(new CaseLinks(db), cases, history, audit).register(api);
        new ProductRoutes(new Products(db)).register(api);
        new OrderRoutes(orders, audit).register(api);
        new TokenRoutes(new ApiTokens(db)).register(api);
        new AuditRoutes(audit, json).register(api);
    }

    /** The fixed words first: whatever else stands there is an id. */
    private void registerArticles(Api api, ArticleSearch search) {
        Articles articles = new Articles(db, search::follow);
        ArticleCategories categories = new ArticleCategories(db);
        ArticleReports reports = new ArticleReports(db);
        ArticleFiles files = new ArticleFiles(db, blobs());
        new CategoryRoutes(categories, db).register(api);
        new ArticleSearchRoutes(search, categories, reports).register(api);
        new ArticleReportRoutes(reports, history).register(api);
        new ArticleFileRoutes(files, db).register(api);
        new ArticleRoutes(articles, categories, team, db).register(api);
        new SuggestionRoutes(
                        new Suggestions(db, search),
                        history,
                        customers,
                        new CaseLinks(db),
                        team,
                        new Rights(feed.picture()::seat),
                        new Mails(db))
                .register(api);
    }

    private Blobs blobs() {
        return new Blobs(config.data().resolve("blobs"));
    }

    private void registerMail(Api api, Mailing mailing) {
        Rights rights = new Rights(feed.picture()::seat);
        new ConversationRoutes(db, rights, mailing.channel(), config.centre().zone()).register(api);
        new AnswerTextRoutes(
                        db,
                        configurations,
                        rights,
                        mailing.channel().mailboxes(),
                        config.centre().name())
                .register(api);
        new NewMailRoutes(db, mailing.channel()).register(api);
        new FollowUpRoutes(db, rights, mailing.channel()).register(api);
        new RegroupRoutes(
                        db,
                        rights,
                        feed.picture()::interaction,
                        mailing.channel().regrouping())
                .register(api);
        new MailFileRoutes(db, blobs(), rights, mailing.channel().reader()).register(api);
        new MailTemplateRoutes(configurations).register(api);
        new MailRuleRoutes(configurations, mailing.channel().dryRun()).register(api);
        new MailboxRoutes(mailing.channel()).register(api);
        new MailReportRoutes(
                        new MailReports(db), configurations, config.centre().zone())
                .register(api);
        new TryMailRoutes(mailing.server(), mailing.channel().mailboxes().values()).register(api);
    }

    @Override
    public void close() throws InterruptedException {
        feed.close();
        if (serving.isPresent()) {
            serving.get().server().close();
            serving.get().blocking().close();
            serving.get().live().close();
            serving.get().search().close();
            serving.get().nightly().close();
        }
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.SECONDS);
    }
}
