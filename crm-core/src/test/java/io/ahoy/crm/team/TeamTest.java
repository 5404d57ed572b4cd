package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class TeamTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Db db;
    private final Team team;

    TeamTest(Db db) {
        this.db = db;
        this.team = new Team(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void demoFillsAnEmptyDatabaseOnce() {
        assertThat(team.agents()).extracting(Agent::login).startsWith("anna", "bo", "chen", "sara");
        assertThat(team.agents()).extracting(Agent::extension).startsWith("1001", "1002", "1003", "1010");
        assertThat(team.byLogin("sara").orElseThrow().role()).isEqualTo(Role.SUPERVISOR);
        assertThat(team.queues()).extracting(Queue::id).startsWith("sales", "support");
        assertThat(team.breakReasons())
                .extracting(BreakReason::id)
                .startsWith("lunch", "short", "training", "meeting")
                .contains("system.missed", "system.device", "system.browser");
        assertThat(team.dispositions())
                .filteredOn(disposition -> disposition.queue().equals(Optional.of("support")))
                .extracting(disposition -> disposition.title().zh())
                .containsExactly("报告故障");
    }

    @Test
    void chosenDeviceIsKept() {
        UUID bo = team.byLogin("bo").orElseThrow().id();
        assertThat(team.devices()).containsEntry(bo, "BROWSER");
        team.chooseDevice(bo, "PHONE");
        assertThat(new Team(db).devices()).containsEntry(bo, "PHONE");
    }

    @Test
    void demoCallerPopsWithHistoryInHisLanguage() {
        var customer = new Customers(db).byNumber("+49301234563").orElseThrow();
        assertThat(customer.name()).isEqualTo("王芳");
        List<Contact> earlier = new History(db).earlier(customer.id(), UUID.randomUUID(), 10);
        assertThat(earlier)
                .extracting(Contact::note)
                .containsExactly(Optional.of("已重置密码，客户可以正常登录。"), Optional.of("转交给财务部处理退款。"));
        assertThat(earlier.getFirst()
                        .segments()
                        .getFirst()
                        .agent()
                        .orElseThrow()
                        .name())
                .isEqualTo("陈晓");
    }

    @Test
    void demoContactsAreNotOfToday() {
        Map<String, QueueFigures> today = new Figures(db).today(ZoneId.of("Europe/Berlin"), NOW);
        assertThat(today.values()).extracting(QueueFigures::offered).containsOnly(0);
    }

    @Test
    void everythingOfAnAgentAndAQueueIsKept() {
        Agent agent = new Agent(
                UUID.randomUUID(), "zoë", "Zoë 😀", Role.AGENT, "1099", "zh-Hans", Set.of("sales", "welding"));
        team.addAgent(agent, "correct horse");
        assertThat(team.agent(agent.id())).contains(agent);
        assertThat(team.agents()).contains(agent);
        assertThat(team.agent(UUID.randomUUID())).isEmpty();

        Queue queue = new Queue(
                "slow",
                new Titles("Slow", "慢"),
                "welding",
                Duration.ofMillis(20_500),
                0.85,
                Duration.ofSeconds(4),
                Duration.ofSeconds(12),
                Duration.ZERO,
                Duration.ofMinutes(2),
                Duration.ofSeconds(9),
                "jazz");
        team.addQueue(queue);
        assertThat(team.queues().getLast()).isEqualTo(queue);
    }

    @Test
    void authenticatesByLoginAndPassword() {
        assertThat(team.authenticate("anna", "ahoy")).contains(DemoTeam.ANNA);
        assertThat(team.authenticate("ANNA", "ahoy")).contains(DemoTeam.ANNA);
        assertThat(team.authenticate("anna", "Ahoy")).isEmpty();
        assertThat(team.authenticate("anna", "")).isEmpty();
        assertThat(team.authenticate("nobody", "nobody")).isEmpty();
        assertThat(team.authenticate("' OR 1=1 -- ", "ahoy")).isEmpty();
        assertThat(team.authenticate("an%", "ahoy")).isEmpty();
        for (String nearly : List.of("anna\0", "anna ", " anna", "änna", "an\u00adna", "ａnna")) {
            assertThat(team.authenticate(nearly, "ahoy")).isEmpty();
        }
        assertThat(team.authenticate("anna", "x".repeat(1_000_000))).isEmpty();
        assertThat(team.authenticate("x".repeat(100_000), "ahoy")).isEmpty();
    }

    @Test
    void passwordsAreArgon2idWithSaltsOfTheirOwn() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("ahoy");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("ahoy")).isNotEqualTo(hash);
        assertThat(passwords.matches("ahoy", hash)).isTrue();
        assertThatThrownBy(() -> team.addAgent(DemoTeam.ANNA, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void phonesHaveSecretsOfTheirOwn() {
        String secret = team.phoneSecret(DemoTeam.ANNA.id()).orElseThrow();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(team.phoneSecret(DemoTeam.BO.id())).isNotEqualTo(Optional.of(secret));
        assertThat(team.phoneSecret(UUID.randomUUID())).isEmpty();
    }
}
