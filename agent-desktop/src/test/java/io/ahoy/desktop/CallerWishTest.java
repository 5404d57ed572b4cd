package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.Grants;
import io.ahoy.telephony.agi.Caller;
import io.ahoy.telephony.agi.CustomerCallers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallerWishTest {
    private static final String VIP = "+49301234560";
    /** That of the demo's segment. */
    private static final Wish HEAD_START = Wish.NONE.headStart(Duration.ofMinutes(2));

    private static final String PLAIN = "+49301234561";

    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void vipsGetAHeadStart() {
        assertThat(calls(VIP, Duration.ZERO)).isEqualTo(HEAD_START);
        assertThat(calls(PLAIN, Duration.ZERO)).isEqualTo(Wish.NONE);
        assertThat(calls("+4930999999", Duration.ofMinutes(1))).isEqualTo(Wish.NONE);
    }

    /** The demo's contacts: Anna spoke with the first customer yesterday, with the fifth three days ago. */
    @Test
    void theLastAgentIsPreferredForAWhile() throws SQLException {
        Duration patience = Duration.ofSeconds(40);
        casesAre("NULL");
        assertThat(calls(VIP, patience)).isEqualTo(HEAD_START.preferring(centre.agent("anna"), patience));
        assertThat(calls(PLAIN, patience)).isEqualTo(Wish.NONE.preferring(centre.agent("bo"), patience));
        assertThat(calls("+49301234565", patience))
                .as("who hung up before anybody answered")
                .isEqualTo(Wish.NONE);
    }

    @Test
    void whoWorksOnAnOpenCaseGoesBeforeTheLastAgent() throws SQLException {
        Duration patience = Duration.ofSeconds(40);
        casesAre("(SELECT id FROM agent WHERE login = 'chen')");
        assertThat(calls(VIP, patience)).isEqualTo(HEAD_START.preferring(centre.agent("chen"), patience));
        try (var connection = centre.db().connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE service_case SET state_kind = 'CLOSED'");
            connection.commit();
        }
        assertThat(calls(VIP, patience)).isEqualTo(HEAD_START.preferring(centre.agent("anna"), patience));
    }

    @Test
    void whoIsNeverOfferedHimIsNotPreferredEither() {
        Duration patience = Duration.ofSeconds(40);
        TestBrowser sara = centre.signedIn("sara");
        AgentId bo = centre.agent("bo");
        Reply found = sara.get("/customers?q=" + PLAIN.substring(1));
        ObjectNode customer = (ObjectNode) found.json().at("/items/0");
        String path = "/customers/" + customer.path("id").asText();
        customer.remove(List.of("id", "version", "since", "changedAt"));
        customer.putArray("neverOffered").add(bo.value().toString());
        try {
            Reply changed = changed(sara, path, customer);
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.json().at("/neverOffered/0/id").asText())
                    .isEqualTo(bo.value().toString());
            assertThat(calls(PLAIN, patience)).isEqualTo(Wish.NONE.never(new TreeSet<>(List.of(bo))));
        } finally {
            customer.putArray("neverOffered");
            assertThat(changed(sara, path, customer).json().at("/neverOffered")).isEmpty();
        }
    }

    private static Reply changed(TestBrowser by, String path, ObjectNode customer) {
        return by.with("If-Match", by.get(path).header("ETag")).put(path, customer.toString());
    }

    private void casesAre(String owner) throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE service_case SET state_kind = 'OPEN', owner = " + owner);
            connection.commit();
        }
    }

    private Wish calls(String number, Duration patience) {
        try (CustomerCallers callers = new CustomerCallers(
                new PhoneNumbers("DE"),
                new Customers(centre.db()),
                new Team(centre.db()),
                new History(centre.db()),
                new Grants(patience))) {
            Instant now = Instant.now();
            Caller caller = callers.opened(new InteractionId(UuidV7.next(now)), number, "500", now);
            return caller.wish();
        }
    }
}
