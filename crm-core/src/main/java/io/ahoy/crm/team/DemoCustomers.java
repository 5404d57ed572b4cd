package io.ahoy.crm.team;

import io.ahoy.crm.customer.Address;
import io.ahoy.crm.customer.Consent;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.CustomerFilter;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.customer.OrganisationDraft;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.history.SegmentRow;
import io.ahoy.crm.history.StateRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/**
 * The rest of the demo's two hundred customers: people who speak English, German and Chinese, some of whom work for the same companies,
 * and what they called about in the last two months. The same everywhere, but for the day.
 */
public final class DemoCustomers {
    /** Together with those of {@link DemoTeam}. */
    static final int COUNT = 200;

    private static final long SEED = 200;
    private static final Instant EPOCH = Instant.parse("2025-03-03T09:00:00Z");
    private static final List<String> LANGUAGES = List.of("en", "de", "zh");
    private static final List<Agent> AGENTS = List.of(DemoTeam.ANNA, DemoTeam.BO, DemoTeam.CHEN);
    private static final List<String> OUTCOMES = List.of("solved", "solved", "solved", "passed-on", "callback");

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final Map<String, List<String>> words = words();
    private final Instant now;

    private DemoCustomers(Instant now) {
        this.now = now;
    }

    /** Does nothing when there are more customers than those of the demo team. */
    public static void fill(Db db, Instant now) {
        int already = DemoTeam.customers().size();
        if (new Customers(db)
                        .page(CustomerFilter.ALL, Optional.empty(), already + 1)
                        .size()
                == already) {
            new DemoCustomers(now).fill(db);
        }
    }

    private void fill(Db db) {
        History.Batch history = new History.Batch();
        List<Spoken> spoken = new ArrayList<>();
        db.runBatch(session -> {
            List<UUID> companies = companies(session);
            for (int i = DemoTeam.customers().size(); i < COUNT; i++) {
                customer(session, i, companies, history, spoken);
            }
        });
        History store = new History(db);
        store.save(history);
        db.runBatch(session -> spoken.forEach(one ->
                History.wrapUp(session, one.interaction(), one.agent(), one.outcome(), one.note(), one.cleared())));
    }

    private List<UUID> companies(SqlSession session) {
        List<UUID> ids = new ArrayList<>();
        List<String> names = words("company");
        for (int i = 0; i < names.size(); i++) {
            UUID id = DemoTeam.id('o', i);
            List<ContactPoint> points = List.of(ContactPoint.phone("+493023125" + (900 + i), "office", true));
            Organisations.insert(
                    session,
                    id,
                    new OrganisationDraft(
                            names.get(i),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            i == 0 ? Optional.of("vip") : Optional.empty(),
                            Optional.empty(),
                            points,
                            new TreeSet<>(List.of("business"))),
                    EPOCH);
            ids.add(id);
        }
        return ids;
    }

    private void customer(
            SqlSession session, int number, List<UUID> companies, History.Batch history, List<Spoken> spoken) {
        String language = LANGUAGES.get(number % LANGUAGES.size());
        String given = any("given." + language);
        String family = any("family." + language);
        boolean chinese = language.equals("zh");
        UUID id = DemoTeam.id('k', number);
        Instant since = EPOCH.plus(Duration.ofHours(chance.nextInt(12_000)));
        List<ContactPoint> points = points(number, language);
        CustomerDraft draft = new CustomerDraft(
                chinese ? family + given : given + " " + family,
                Optional.of(given),
                Optional.of(family),
                Optional.empty(),
                Optional.of(address(language)),
                Optional.of(language),
                Optional.of(chinese ? "Asia/Shanghai" : language.equals("de") ? "Europe/Berlin" : "Europe/London"),
                chance.nextInt(12) == 0 ? Optional.of("vip") : Optional.empty(),
                chance.nextInt(4) == 0
                        ? Optional.of(companies.get(chance.nextInt(companies.size())))
                        : Optional.empty(),
                chance.nextInt(8) == 0
                        ? Optional.of(AGENTS.get(chance.nextInt(AGENTS.size())).id())
                        : Optional.empty(),
                points,
                chance.nextInt(3) == 0 ? new TreeSet<>(List.of(any("tag"), any("tag"))) : new TreeSet<>(),
                chance.nextInt(2) == 0
                        ? List.of(new Consent("marketing", PointKind.EMAIL, chance.nextInt(3) > 0, since, "web form"))
                        : List.of());
        Customers.insert(session, id, draft, since);
        if (chance.nextInt(4) == 0) {
            Agent author = AGENTS.get(chance.nextInt(AGENTS.size()));
            Notes.insert(session, DemoTeam.id('n', number), id, any("note." + language), author.id(), ago(60));
        }
        for (int call = chance.nextInt(4); call > 0; call--) {
            call(id, number, points.getFirst().value(), language, history, spoken);
        }
    }

    private List<ContactPoint> points(int number, String language) {
        String digits = String.valueOf(1_000 + number).substring(1);
        String phone = switch (language) {
            case "de" -> "+493023125" + digits;
            case "zh" -> "+861055550" + digits;
            default -> "+442079460" + digits;
        };
        ContactPoint first = new ContactPoint(
                PointKind.PHONE, phone, "", true, chance.nextInt(3) > 0 ? Optional.of(EPOCH) : Optional.empty(), false);
        if (chance.nextInt(3) == 0) {
            return List.of(first);
        }
        return List.of(
                first,
                new ContactPoint(
                        PointKind.EMAIL,
                        "customer" + number + "@example." + (language.equals("de") ? "org" : "com"),
                        "",
                        true,
                        Optional.empty(),
                        chance.nextInt(15) == 0));
    }

    private Address address(String language) {
        String street = any("street." + language);
        int house = 1 + chance.nextInt(120);
        String place = any("place." + language);
        int space = place.lastIndexOf(' ');
        String line = switch (language) {
            case "de" -> street + " " + house;
            case "zh" -> street + house + "号";
            default -> house + " " + street;
        };
        return new Address(
                List.of(line),
                Optional.of(place.substring(0, space)),
                Optional.of(place.substring(space + 1)),
                Optional.empty(),
                Optional.of(language.equals("de") ? "DE" : language.equals("zh") ? "CN" : "GB"));
    }

    private record Spoken(UUID interaction, UUID agent, String outcome, Optional<String> note, Instant cleared) {}

    private void call(
            UUID customer, int number, String from, String language, History.Batch history, List<Spoken> spoken) {
        Instant arrived = ago(60);
        Instant answered = arrived.plusSeconds(2 + chance.nextInt(60));
        Instant ended = answered.plusSeconds(40 + chance.nextInt(600));
        Instant cleared = ended.plusSeconds(5 + chance.nextInt(50));
        Agent agent = AGENTS.get(chance.nextInt(AGENTS.size()));
        UUID id = UuidV7.of(arrived, 0xD, number * 8L + spoken.size());
        Optional<String> cause = Optional.of("CUSTOMER_HUNG_UP");
        history.open(new NewContact(id, "VOICE", from, false, Optional.of(from), "500", Optional.of(customer), arrived))
                .state(new StateRow(id, "CLOSED", Optional.of(cleared), cause))
                .segment(new SegmentRow(
                        id,
                        1,
                        agent.skills().containsKey("support") ? "support" : "sales",
                        Optional.of(agent.id()),
                        arrived,
                        Optional.of(answered),
                        Optional.of(ended),
                        Optional.of(cleared),
                        "ANSWERED",
                        cause,
                        Optional.empty(),
                        Optional.empty()));
        spoken.add(new Spoken(
                id,
                agent.id(),
                OUTCOMES.get(chance.nextInt(OUTCOMES.size())),
                Optional.of(any("call." + language)),
                cleared));
    }

    /** Never today, whose figures are the board's. */
    private Instant ago(int daysMax) {
        return now.minus(Duration.ofHours(26)).minus(Duration.ofMinutes(chance.nextInt(daysMax * 24 * 60)));
    }

    private String any(String kind) {
        List<String> all = words(kind);
        return all.get(chance.nextInt(all.size()));
    }

    private List<String> words(String kind) {
        return Objects.requireNonNull(words.get(kind), kind);
    }

    private static Map<String, List<String>> words() {
        try (InputStream file = DemoCustomers.class.getResourceAsStream("demo-customers.txt")) {
            Map<String, List<String>> words = new HashMap<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("["))
                    .forEach(line -> {
                        int end = line.indexOf(']');
                        String rest = line.substring(end + 2);
                        words.put(line.substring(1, end), List.of(rest.split(rest.contains("|") ? "\\|" : " ")));
                    });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
