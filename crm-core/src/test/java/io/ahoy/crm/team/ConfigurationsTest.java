package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Configurations.Author;
import io.ahoy.crm.team.Configurations.Deleted;
import io.ahoy.crm.team.Configurations.InUse;
import io.ahoy.crm.team.Configurations.Outcome;
import io.ahoy.crm.team.Configurations.Refused;
import io.ahoy.crm.team.Configurations.Stale;
import io.ahoy.crm.team.Configurations.Stored;
import io.ahoy.crm.team.Configurations.Unknown;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ConfigurationsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Author SARA = new Author(DemoTeam.SARA.id(), NOW, false);
    private static final Author FORCING = new Author(DemoTeam.SARA.id(), NOW, true);

    private final Db db;
    private final Configurations configurations;

    ConfigurationsTest(Db db) {
        this.db = db;
        this.configurations = new Configurations(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void everythingOfEveryKindIsKept() {
        create(new Skill("welding", new Titles("Welding 😀", "焊接")));
        create(new AgentTeam("night", new Titles("Night shift", "夜班")));
        create(new BreakReason("doctor", new Titles("Doctor", "看病")));
        create(new Calendar(
                "weekdays",
                new Titles("Weekdays", "工作日"),
                ZoneId.of("Europe/Berlin"),
                Sorted.map(Map.of(
                        DayOfWeek.MONDAY,
                        List.of(span("08:00", "12:00"), span("13:00", "18:30")),
                        DayOfWeek.TUESDAY,
                        List.of(span("08:00", "00:00")))),
                Sorted.map(Map.of(
                        LocalDate.of(2026, 12, 25),
                        List.of(),
                        LocalDate.of(2026, 12, 27),
                        List.of(span("10:00", "11:00"))))));
        create(new ChannelRule(Channel.CHAT, 25, Sorted.set(Set.of(Channel.VOICE)), 4));
        Queue full = new Queue(
                "full",
                new Titles("Full", "满"),
                Duration.ofSeconds(30),
                0.75,
                true,
                Duration.ofSeconds(3),
                new Need(Sorted.map(Map.of("sales", 5, "english", 8)), Sorted.set(Set.of("frontline"))),
                List.of(
                        new Widening(Duration.ofSeconds(10), List.of(new Widening.LowerLevel("sales", 2))),
                        new Widening(
                                Duration.ofSeconds(20),
                                List.of(new Widening.DropSkill("english"), new Widening.AddTeam("night")))),
                new Strategy.Rings(List.of("frontline", "night")),
                new Priority(2, Duration.ofSeconds(40), 3),
                Duration.ofSeconds(12),
                NoAnswer.defaults(Duration.ofSeconds(9)),
                new WrapUp(Duration.ofSeconds(50), Duration.ofSeconds(25), 2),
                List.of(
                        new Overflow(new Overflow.Full(50), new Overflow.SendAway("busy")),
                        new Overflow(new Overflow.Closed(), new Overflow.Voicemail("sales")),
                        new Overflow(new Overflow.Closing(), new Overflow.AutoAnswer("closed")),
                        new Overflow(new Overflow.NoAgent(), new Overflow.ToQueue("sales")),
                        new Overflow(new Overflow.Waited(Duration.ofMinutes(5)), new Overflow.ToQueue("support")),
                        new Overflow(new Overflow.EstimatedOver(Duration.ofMinutes(10)), new Overflow.OfferCallback())),
                Optional.of("weekdays"),
                new CallbackRule(
                        2, Duration.ofMinutes(5), Duration.ofSeconds(20), Duration.ofHours(8), Optional.of("weekdays")),
                Duration.ofSeconds(30),
                Delivery.PULLED,
                "jazz");
        create(new MailTemplate(
                "closed",
                new Titles("Closed", "已关闭"),
                MailTemplate.Purpose.OVERFLOW,
                Optional.empty(),
                Sorted.map(Map.of("en", new MailTemplate.Text("Closed", "We are closed.")))));
        create(full);
        create(new Disposition("welded", new Titles("Welded", "已焊接"), Optional.of("full")));
        change(new AgentRouting(
                DemoTeam.BO.id(),
                Sorted.map(Map.of("sales", 9, "welding", 1)),
                Sorted.set(Set.of("frontline", "night")),
                Sorted.map(Map.of(Channel.CHAT, 2, Channel.FAX, 0)),
                new QueueChoice.OwnOrder(List.of("full", "sales"))));
        assertThat(new Team(db).queues()).contains(full);
        assertThat(new Team(db).byLogin("bo").orElseThrow().routing().teams()).containsExactly("frontline", "night");
        assertThat(configurations
                        .history(Optional.of(Kind.QUEUES), Optional.of("full"), OptionalLong.empty(), 10)
                        .items()
                        .getFirst()
                        .after()
                        .orElseThrow())
                .contains("\"after\":300000", "\"type\":\"rings\"", "\"calendar\":\"weekdays\"");
    }

    @Test
    void whoChangesAnOldVersionIsToldThePresentOne() {
        long first = create(new Skill("stale", new Titles("One", "一")));
        long second = ((Stored) put(new Skill("stale", new Titles("Two", "二")), first))
                .now()
                .version();
        assertThat(second).isGreaterThan(first);
        assertThat(put(new Skill("stale", new Titles("Three", "三")), first))
                .isEqualTo(new Stale(Optional.of(new Versioned(new Skill("stale", new Titles("Two", "二")), second))));
        assertThat(configurations.put(new Skill("stale", new Titles("New", "新")), OptionalLong.empty(), SARA))
                .isInstanceOf(Stale.class);
        assertThat(configurations.delete(Kind.SKILLS, "stale", OptionalLong.of(first), SARA))
                .isInstanceOf(Stale.class);
        assertThat(configurations.delete(Kind.SKILLS, "stale", OptionalLong.of(second), SARA))
                .isEqualTo(new Deleted());
        assertThat(put(new Skill("stale", new Titles("Three", "三")), second)).isEqualTo(new Stale(Optional.empty()));
    }

    @Test
    void everyChangeIsWrittenDownNewestFirst() {
        long made = create(new AgentTeam("noted", new Titles("Noted", "记")));
        long changed = ((Stored) put(new AgentTeam("noted", new Titles("Noted!", "记")), made))
                .now()
                .version();
        assertThat(put(new AgentTeam("noted", new Titles("Noted!", "记")), changed))
                .isEqualTo(new Stored(
                        new Versioned(new AgentTeam("noted", new Titles("Noted!", "记")), changed), false));
        configurations.delete(Kind.TEAMS, "noted", OptionalLong.empty(), SARA);
        var first = configurations.history(Optional.of(Kind.TEAMS), Optional.of("noted"), OptionalLong.empty(), 2);
        assertThat(first.items())
                .extracting(ConfigurationChange::action)
                .containsExactly(ConfigurationChange.Action.DELETED, ConfigurationChange.Action.CHANGED);
        assertThat(first.items().getFirst().byName()).isEqualTo("Sara Okafor");
        assertThat(first.items().getFirst().at()).isEqualTo(NOW);
        assertThat(first.items().getFirst().after()).isEmpty();
        assertThat(first.items().get(1).before())
                .contains("{\"id\":\"noted\",\"title\":{\"en\":\"Noted\",\"zh\":\"记\"}}");
        var second = configurations.history(
                Optional.of(Kind.TEAMS),
                Optional.of("noted"),
                OptionalLong.of(first.next().orElseThrow()),
                2);
        assertThat(second.items()).extracting(ConfigurationChange::revision).containsExactly(made);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatIsInUseIsNotDeleted() {
        assertThat(configurations.delete(Kind.SKILLS, "sales", OptionalLong.empty(), SARA))
                .isInstanceOfSatisfying(
                        InUse.class,
                        used -> assertThat(used.by()).contains("queues/sales", "agents/" + DemoTeam.BO.id()));
        assertThat(configurations.delete(Kind.CALENDARS, "always", OptionalLong.empty(), SARA))
                .isEqualTo(new InUse(List.of(
                        "queues/sales",
                        "queues/support",
                        "queues/mail",
                        "caseTypes/request",
                        "caseTypes/complaint",
                        "caseTypes/fault",
                        "caseTypes/order")));
        assertThat(configurations.delete(Kind.BREAK_REASONS, "system.signedin", OptionalLong.empty(), SARA))
                .isInstanceOf(InUse.class);
        assertThat(configurations.delete(Kind.AGENTS, DemoTeam.BO.id().toString(), OptionalLong.empty(), SARA))
                .isInstanceOf(InUse.class);
        assertThat(configurations.delete(Kind.QUEUES, "nowhere", OptionalLong.empty(), SARA))
                .isEqualTo(new Unknown());
        assertThat(configurations.put(
                        new AgentRouting(
                                UUID.randomUUID(),
                                Sorted.map(Map.of("sales", 1)),
                                Sorted.set(List.<String>of()),
                                Sorted.map(Map.<Channel, Integer>of()),
                                new QueueChoice.BestRank()),
                        OptionalLong.empty(),
                        SARA))
                .isEqualTo(new Unknown());
    }

    @Test
    void aQueueWithoutAgentsIsStoredWhenForced() {
        create(new Skill("rare", new Titles("Rare", "罕见")));
        Queue queue = QueueCheckTest.plain("lonely", "rare");
        assertThat(configurations.put(queue, OptionalLong.empty(), SARA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(ConfigurationProblem::field)
                                .containsExactly("needs"));
        Stored stored = (Stored) configurations.put(queue, OptionalLong.empty(), FORCING);
        // Somebody else's unfinished queue stops no other change.
        create(new Skill("other", new Titles("Other", "其他")));
        assertThat(configurations.delete(
                        Kind.QUEUES, "lonely", OptionalLong.of(stored.now().version()), SARA))
                .isEqualTo(new Deleted());
    }

    @Test
    void ofTwoWhoCloseACircleAtOnceOneIsRefused() throws Exception {
        long left = create(QueueCheckTest.plain("left", "sales"));
        long right = create(QueueCheckTest.plain("right", "sales"));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<Outcome>> changes = List.of(
                    () -> put(QueueCheckTest.overflowing("left", new Overflow.NoAgent(), "right"), left),
                    () -> put(QueueCheckTest.overflowing("right", new Overflow.NoAgent(), "left"), right));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> change : two.invokeAll(changes)) {
                outcomes.add(change.get());
            }
            assertThat(outcomes).hasAtLeastOneElementOfType(Stored.class).hasAtLeastOneElementOfType(Refused.class);
        }
    }

    private static Calendar.Span span(String from, String to) {
        return new Calendar.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private long create(Configured entity) {
        Outcome outcome = configurations.put(entity, OptionalLong.empty(), SARA);
        assertThat(outcome).as("%s", entity).isInstanceOf(Stored.class);
        Versioned read = configurations.read().find(entity.kind(), entity.key()).orElseThrow();
        assertThat(read).isEqualTo(((Stored) outcome).now());
        assertThat(read.entity()).isEqualTo(entity);
        return read.version();
    }

    private void change(Configured entity) {
        long version = configurations
                .read()
                .find(entity.kind(), entity.key())
                .orElseThrow()
                .version();
        assertThat(put(entity, version)).isInstanceOf(Stored.class);
        assertThat(configurations
                        .read()
                        .find(entity.kind(), entity.key())
                        .orElseThrow()
                        .entity())
                .isEqualTo(entity);
    }

    private Outcome put(Configured entity, long version) {
        return configurations.put(entity, OptionalLong.of(version), SARA);
    }
}
