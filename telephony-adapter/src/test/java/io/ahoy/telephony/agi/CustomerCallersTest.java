package io.ahoy.telephony.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.customer.Consent;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Team;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.channel.Grants;
import io.ahoy.telephony.call.CallbackNumbers.Numbers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerCallersTest {
    private static final Instant T0 = Instant.parse("2026-11-01T10:00:00Z");
    private static final EmbeddedMariaDb MARIADB = EmbeddedMariaDb.start(Path.of("target", "mariadb-callers"), 0);
    private static final Db DB = Db.open(MARIADB.emptyUrl("ahoy_callers"), MARIADB.user(), MARIADB.password(), 4);

    private static final Actor ACTOR = new Actor(UUID.randomUUID(), Role.AGENT, Set.of(), Optional.empty(), T0);

    private final Customers customers = new Customers(DB);
    private final History history = new History(DB);
    private final CustomerCallers callers =
            new CustomerCallers(new PhoneNumbers("DE"), customers, new Team(DB), history, Grants.NONE);
    private final InteractionId id = callers.identify(T0);

    @AfterAll
    static void stop() {
        DB.close();
        MARIADB.stop();
    }

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void knowsACustomerByHisNumber() {
        Customer ann = DB.call(session ->
                Customers.createFor(session, ContactPoint.phone("+493012345678", "", true), "+493012345678", T0));
        customers.change(ann.id(), ann.version(), CustomerDraft.named("Ann", ann.points()), ACTOR);
        Caller caller = callers.opened(id, "030 12345678", "500", T0);
        assertThat(caller.shownName()).isEqualTo("Ann");
        assertThat(caller.shownNumber()).isEqualTo("030 12345678");
        Contact contact = history.contact(id.value()).orElseThrow();
        assertThat(contact.customer()).map(Contact.Named::id).contains(ann.id());
        assertThat(contact.to()).isEqualTo("500");
    }

    @Test
    void knowsWhereToCallBackAndWhomNot() {
        Customer bea = DB.call(session ->
                Customers.createFor(session, ContactPoint.phone("+493012345670", "", true), "+493012345670", T0));
        callers.opened(id, "030 12345670", "500", T0);
        assertThat(callers.of(id).join()).contains(new Numbers("+493012345670", "500", false));
        Customer changed = customers.change(bea.id(), bea.version(), refusing(bea, PointKind.EMAIL), ACTOR);
        assertThat(callers.of(id).join()).map(Numbers::forbidden).contains(false);
        customers.change(bea.id(), changed.version(), refusing(bea, PointKind.PHONE), ACTOR);
        assertThat(callers.of(id).join()).map(Numbers::forbidden).contains(true);
    }

    private static CustomerDraft refusing(Customer customer, PointKind channel) {
        CustomerDraft draft = CustomerDraft.of(customer);
        return new CustomerDraft(
                "Bea",
                draft.givenName(),
                draft.familyName(),
                draft.reading(),
                draft.address(),
                draft.language(),
                draft.timeZone(),
                draft.segment(),
                draft.organisation(),
                draft.owner(),
                draft.points(),
                draft.tags(),
                List.of(new Consent(Consent.CALLBACK, channel, false, T0, "on the telephone")));
    }

    @Test
    void aStrangerIsShownByHisNumberOnly() {
        Caller caller = callers.opened(id, "+442071838750", "500", T0);
        assertThat(caller)
                .isEqualTo(new Caller("", "+44 20 7183 8750", Optional.of("+442071838750"), Optional.empty(), false));
        assertThat(callers.opened(id, "anonymous", "x".repeat(500), T0)).isEqualTo(Caller.UNKNOWN);
    }

    @Test
    void endsTheHistoryOfThoseWhoHungUpUnseenAndOfNobodyElse() {
        InteractionId present = callers.identify(T0);
        InteractionId justCome = callers.identify(T0.plusSeconds(55));
        callers.opened(id, "030 12345678", "500", T0);
        callers.opened(present, "030 12345678", "500", T0);
        callers.opened(justCome, "030 12345678", "500", T0.plusSeconds(55));
        Instant compared = T0.plusSeconds(60);
        await().until(() -> {
            callers.leftUnseen(Set.of(present), compared);
            return state(id).equals("CLOSED");
        });
        Contact closed = history.contact(id.value()).orElseThrow();
        assertThat(closed.endedAt()).contains(compared);
        assertThat(closed.cause()).contains("ENDED_UNSEEN");
        assertThat(state(present)).isEqualTo("IVR");
        assertThat(state(justCome)).isEqualTo("IVR");
    }

    private String state(InteractionId of) {
        return history.contact(of.value()).orElseThrow().state();
    }

    @Test
    void aDatabaseThatIsAwayTakesNoLineFromTheHistory() {
        ProcessHandle daemon = ProcessHandle.of(MARIADB.pid()).orElseThrow();
        daemon.destroyForcibly();
        await().until(() -> !daemon.isAlive());
        Caller caller = callers.opened(id, "+442071838750", "500", T0);
        assertThat(caller.shownNumber()).isEqualTo("+44 20 7183 8750");
        callers.leftBeforeLine(id, T0.plusSeconds(9));
        MARIADB.ensureUp();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            Contact contact = history.contact(id.value()).orElseThrow();
            assertThat(contact.from()).isEqualTo("+442071838750");
            assertThat(contact.endedAt()).contains(T0.plusSeconds(9));
            assertThat(contact.cause()).contains("ABANDONED");
        });
    }
}
