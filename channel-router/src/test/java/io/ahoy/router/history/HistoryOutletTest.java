package io.ahoy.router.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryOutletTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final AgentId ANNA = new AgentId(new UUID(2, 1));
    private static final QueueId SALES = new QueueId("sales");

    private static EmbeddedMariaDb mariaDb;
    private static Db db;

    private final InteractionId id = new InteractionId(UUID.randomUUID());
    private final Acd acd = Acd.of(Image.EMPTY);
    private final List<List<Output>> said = new ArrayList<>();
    private History history;
    private HistoryOutlet outlet;

    @BeforeAll
    static void startDatabase() {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-history"), 0);
        db = Db.open(mariaDb.emptyUrl("ahoy_history"), mariaDb.user(), mariaDb.password(), 4);
    }

    @BeforeEach
    void wire() {
        history = new History(db);
        outlet = new HistoryOutlet(history);
    }

    @AfterAll
    static void stopDatabase() {
        db.close();
        mariaDb.stop();
    }

    @Test
    void anAnsweredCallIsInTheHistoryWithItsTimes() {
        open();
        play();
        said.forEach(outputs -> outlet.deliver(outputs, START));
        assertHistory();
    }

    @Test
    void aReplayWritesTheSameAgain() {
        open();
        play();
        said.forEach(outputs -> outlet.deliver(outputs, START));
        said.forEach(outputs -> outlet.replay(outputs, START));
        assertHistory();
    }

    @Test
    void allAtOnceIsTheSame() {
        open();
        play();
        outlet.deliver(said.stream().flatMap(List::stream).toList(), START);
        assertHistory();
    }

    @Test
    void anAbandonedCallEndsWhenTheCustomerLeft() {
        open();
        configure();
        apply(new Input.Arrived(id, Channel.VOICE, SALES, START), 0);
        apply(new Input.Abandoned(id, EndCause.ABANDONED), 9);
        said.forEach(outputs -> outlet.deliver(outputs, START));
        Contact contact = history.contact(id.value()).orElseThrow();
        assertThat(contact.state()).isEqualTo("CLOSED");
        assertThat(contact.endedAt()).contains(START.plusSeconds(9));
        assertThat(contact.segments()).singleElement().satisfies(segment -> {
            assertThat(segment.outcome()).isEqualTo("ABANDONED");
            assertThat(segment.endedAt()).contains(START.plusSeconds(9));
        });
    }

    private void assertHistory() {
        Contact contact = history.contact(id.value()).orElseThrow();
        assertThat(contact.state()).isEqualTo("CLOSED");
        assertThat(contact.endedAt()).contains(START.plusSeconds(60));
        assertThat(contact.cause()).contains("CUSTOMER_HUNG_UP");
        assertThat(contact.segments()).singleElement().satisfies(segment -> {
            assertThat(segment.queue()).isEqualTo("sales");
            assertThat(segment.answeredAt()).contains(START.plusSeconds(6));
            assertThat(segment.endedAt()).contains(START.plusSeconds(60));
            assertThat(segment.clearedAt()).contains(START.plusSeconds(70));
            assertThat(segment.outcome()).isEqualTo("ANSWERED");
        });
    }

    private void play() {
        configure();
        apply(new Input.SeatSignedIn(ANNA, new TreeSet<>(List.of(new SkillId("sales"))), new BreakReason("lunch")), 0);
        apply(new Input.SeatResumed(ANNA), 0);
        apply(new Input.Arrived(id, Channel.VOICE, SALES, START), 1);
        apply(new Input.OfferAccepted(new OfferId(id, 1)), 5);
        apply(new Input.Connected(new OfferId(id, 1)), 6);
        apply(new Input.Ended(id, EndCause.CUSTOMER_HUNG_UP), 60);
        apply(new Input.WrapUpDone(ANNA), 70);
    }

    private void configure() {
        Duration limit = Duration.ofSeconds(30);
        apply(
                new Input.QueuesChanged(
                        List.of(QueueRule.plain(SALES, new SkillId("sales"), limit, limit, limit, limit))),
                0);
    }

    private void apply(Input input, int second) {
        said.add(acd.apply(input, START.plusSeconds(second)));
    }

    private void open() {
        history.open(new NewContact(
                id.value(), "VOICE", "+4930123456", false, Optional.of("+4930123456"), "500", Optional.empty(), START));
    }
}
