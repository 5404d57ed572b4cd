package io.ahoy.crm.team;

import io.ahoy.crm.casework.DemoCases;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.order.DemoOrders;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** A small centre to try Ahoy with: always the same people, queues and customers, with the same ids. */
public final class DemoTeam {
    /** Of everybody in the demo. */
    public static final String PASSWORD = "ahoy";

    /** Ids are made as if on this day, so that they are the same everywhere. */
    private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");

    /** What sales and support ask for at first; everybody in the demo who has the skill has that much of it. */
    private static final int LEVEL = 5;

    private static final String CALENDAR = "always";
    private static final Duration WIDENS_AFTER = Duration.ofSeconds(60);

    public static final Agent ANNA = agent(
            1,
            "anna",
            "Anna Weber",
            Role.AGENT,
            "1001",
            "en",
            Map.of("sales", 6, "support", 9, "german", 10, "english", 8),
            "frontline");
    public static final Agent BO =
            agent(2, "bo", "Bo Lindqvist", Role.AGENT, "1002", "en", Map.of("sales", 9, "english", 10), "frontline");
    public static final Agent CHEN = agent(
            3, "chen", "陈晓", Role.AGENT, "1003", "zh", Map.of("support", 8, "chinese", 10, "english", 6), "frontline");
    public static final Agent SARA = agent(
            4,
            "sara",
            "Sara Okafor",
            Role.SUPERVISOR,
            "1010",
            "en",
            Map.of("sales", 5, "support", 5, "english", 10, "german", 4),
            "backoffice");

    private DemoTeam() {}

    /** Does nothing when the database already has an agent. Earlier contacts lie one to thirty days before {@code now}. */
    public static void fill(Db db, Instant now) {
        if (!new Team(db).agents().isEmpty()) {
            return;
        }
        String passwordHash = new Passwords().hash(PASSWORD);
        db.run(session -> {
            List<Configured> configuration = new ArrayList<>();
            configuration.addAll(skills());
            configuration.addAll(teams());
            configuration.add(Calendar.always(CALENDAR, new Titles("Day and night", "全天候"), ZoneOffset.UTC));
            configuration.addAll(queues());
            configuration.addAll(breakReasons());
            configuration.addAll(dispositions());
            configuration.addAll(DemoCaseTypes.types(CALENDAR));
            configuration.addAll(DemoCaseTypes.categories());
            configuration.addAll(DemoMail.configured());
            configuration.forEach(entity -> Team.add(session, entity));
            List.of(ANNA, BO, CHEN, SARA).forEach(agent -> Team.insert(session, agent, passwordHash));
            fillCustomers(session, now);
        });
        new DemoContacts(db, now).fill();
    }

    private static void fillCustomers(SqlSession session, Instant now) {
        customers().forEach(customer -> Customers.insert(session, customer.id(), customer.draft(), customer.since()));
        List<UUID> customers = customers().stream().map(DemoCustomer::id).toList();
        List<Agent> agents = List.of(ANNA, BO, CHEN, SARA);
        DemoOrders.fill(session, customers, now);
        DemoCases.fill(
                session,
                new DemoCases.People(
                        customers,
                        agents.stream().map(Agent::login).toList(),
                        agents.stream().map(Agent::id).toList()),
                now);
    }

    public static void fill(Db db) {
        fill(db, Instant.now());
    }

    static List<DemoCustomer> customers() {
        return List.of(
                customer(0, "Katharina Schäfer", "de", true),
                customer(1, "Jürgen Groß", "de", false),
                customer(2, "Miles O'Brien", "en", false),
                customer(3, "王芳", "zh", false),
                customer(4, "李伟 (Li Wei)", "zh", true),
                customer(5, "Grace Adebayo", "en", false));
    }

    private static List<Skill> skills() {
        return List.of(
                skill("sales", "Sales", "销售"),
                skill("support", "Support", "技术支持"),
                skill("german", "German", "德语"),
                skill("english", "English", "英语"),
                skill("chinese", "Chinese", "中文"));
    }

    private static List<AgentTeam> teams() {
        return List.of(
                new AgentTeam("frontline", new Titles("Front line", "一线")),
                new AgentTeam("backoffice", new Titles("Back office", "后台")));
    }

    private static List<Queue> queues() {
        return List.of(queue("sales", "Sales", "销售"), queue("support", "Support", "技术支持"), mailQueue());
    }

    private static List<BreakReason> breakReasons() {
        return List.of(
                reason("lunch", "Lunch", "午餐"),
                reason("short", "Short break", "短暂休息"),
                reason("training", "Training", "培训"),
                reason("meeting", "Meeting", "会议"),
                reason("system.signedin", "Just signed in", "刚刚登录"),
                reason("system.missed", "Missed an offer", "未接听来电"),
                reason("system.device", "Phone not reachable", "电话无法接通"),
                reason("system.browser", "Browser closed", "浏览器已关闭"));
    }

    private static List<Disposition> dispositions() {
        return List.of(
                disposition("solved", "Solved", "已解决", Optional.empty()),
                disposition("callback", "Callback promised", "承诺回电", Optional.empty()),
                disposition("passed-on", "Passed on", "已转交", Optional.empty()),
                disposition("wrong-number", "Wrong number", "打错电话", Optional.empty()),
                disposition("sold", "Sold", "已成交", Optional.of("sales")),
                disposition("no-interest", "No interest", "无意向", Optional.of("sales")),
                disposition("defect", "Defect reported", "报告故障", Optional.of("support")));
    }

    private static Agent agent(
            int number,
            String login,
            String name,
            Role role,
            String extension,
            String language,
            Map<String, Integer> skills,
            String team) {
        UUID id = id('a', number);
        AgentRouting routing = new AgentRouting(
                id,
                Sorted.map(skills),
                Sorted.set(Set.of(team)),
                Collections.emptySortedMap(),
                new QueueChoice.BestRank());
        return new Agent(id, login, name, role, extension, language, routing);
    }

    /** Its skill has its name. */
    private static Queue queue(String id, String en, String zh) {
        return new Queue(
                id,
                new Titles(en, zh),
                Duration.ofSeconds(20),
                0.8,
                false,
                Duration.ofSeconds(5),
                new Need(Sorted.map(Map.of(id, LEVEL)), Collections.emptySortedSet()),
                List.of(new Widening(WIDENS_AFTER, List.of(new Widening.LowerLevel(id, Need.LEVEL_MIN)))),
                new Strategy.LongestIdle(),
                Priority.NORMAL,
                Duration.ofSeconds(15),
                NoAnswer.defaults(Duration.ofSeconds(10)),
                new WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(60), WrapUp.EXTENSIONS_MAX),
                List.of(),
                Optional.of(CALENDAR),
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PUSHED,
                "default");
    }

    /** Nobody waits on the line: hours instead of seconds, whoever is free, and time to read before one accepts. */
    private static Queue mailQueue() {
        return new Queue(
                "mail",
                new Titles("Mail", "邮件"),
                Duration.ofHours(4),
                0.9,
                true,
                Duration.ZERO,
                new Need(Collections.emptySortedMap(), Collections.emptySortedSet()),
                List.of(),
                new Strategy.LongestIdle(),
                Priority.NORMAL,
                Duration.ofSeconds(60),
                NoAnswer.defaults(Duration.ofSeconds(30)),
                new WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(60), WrapUp.EXTENSIONS_MAX),
                List.of(),
                Optional.of(CALENDAR),
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PUSHED,
                "default");
    }

    private static Skill skill(String id, String en, String zh) {
        return new Skill(id, new Titles(en, zh));
    }

    private static BreakReason reason(String id, String en, String zh) {
        return new BreakReason(id, new Titles(en, zh));
    }

    private static Disposition disposition(String id, String en, String zh, Optional<String> queue) {
        return new Disposition(id, new Titles(en, zh), queue);
    }

    private static DemoCustomer customer(int number, String name, String language, boolean vip) {
        List<ContactPoint> points = List.of(ContactPoint.phone("+4930123456" + number, "", true));
        CustomerDraft plain = CustomerDraft.named(name, points);
        CustomerDraft draft = new CustomerDraft(
                name,
                plain.givenName(),
                plain.familyName(),
                plain.reading(),
                plain.address(),
                Optional.of(language),
                plain.timeZone(),
                vip ? Optional.of("vip") : Optional.empty(),
                plain.organisation(),
                plain.owner(),
                points,
                plain.tags(),
                plain.consents());
        return new DemoCustomer(id('c', number), draft, EPOCH.plus(Duration.ofDays(number)));
    }

    /** @param since first known */
    record DemoCustomer(UUID id, CustomerDraft draft, Instant since) {}

    static UUID id(char kind, int number) {
        return UuidV7.of(EPOCH, kind, number);
    }
}
