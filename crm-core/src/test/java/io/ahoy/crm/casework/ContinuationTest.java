package io.ahoy.crm.casework;

import static io.ahoy.crm.casework.DemoDesk.ANNA;
import static io.ahoy.crm.casework.DemoDesk.NOW;
import static io.ahoy.crm.casework.DemoDesk.SARA;
import static io.ahoy.crm.casework.DemoDesk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.DemoTeam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer comes back, and one of his cases goes on. The demo's types let him within 14 days. */
@ExtendWith(TestDatabase.class)
class ContinuationTest {
    private static final int DAY = 24 * 60;

    private final Db db;
    private final Cases cases;
    private final CaseLinks links;
    private final Continuation continuation;
    private UUID customer = new UUID(0, 0);

    ContinuationTest(Db db) {
        this.db = db;
        cases = new Cases(db);
        links = new CaseLinks(db);
        continuation = new Continuation(db);
    }

    @BeforeEach
    void aCustomer() {
        DemoTeam.fill(db, NOW);
        customer = somebody();
    }

    @Test
    void theOneCaseThatWaitsForHimIsSuggestedAndNothingIsDoneByItself() {
        Case working = opened("Still worked on");
        UUID call = comes("VOICE", at(60));
        assertThat(continuation.suggest(call, at(60))).isEmpty();
        Case waiting = cases.move(working.id(), 1, "waiting", at(10));
        assertThat(continuation.suggest(call, at(60)).orElseThrow())
                .isEqualTo(new Continuation.Suggested(
                        waiting.id(), waiting.number(), "Still worked on", StateKind.WAITING_FOR_CUSTOMER));
        assertThat(cases.get(waiting.id(), ANNA)).contains(waiting);
        assertThat(continuation.suggest(comes("VOICE", at(60), somebody()), at(60)))
                .as("another customer's")
                .isEmpty();
        Case second = opened("Second");
        cases.move(second.id(), 1, "solved", at(20));
        assertThat(continuation.suggest(call, at(60)))
                .as("one of two is a guess")
                .isEmpty();
    }

    @Test
    void whatTheAgentMayNotSeeIsNotSuggested() {
        Case one = cases.open(
                CaseDraft.of("complaint", "Sara's", Optional.of(customer)).ownedBy(Optional.of(SARA.agent())), SARA);
        cases.move(one.id(), 1, "waiting", SARA);
        UUID call = comes("VOICE", at(60));
        assertThat(continuation.suggest(call, at(60))).isEmpty();
        assertThat(continuation.suggest(call, SARA)).isPresent();
    }

    @Test
    void aClosedCaseIsOpenAgainWithinTheDaysOfItsType() {
        Case closed = closed("Came back");
        UUID call = comes("VOICE", at(13 * DAY));
        assertThat(continuation.suggest(call, at(13 * DAY))).isPresent();
        Case again =
                links.attach(call, Optional.of(closed.id()), at(13 * DAY + 1)).orElseThrow();
        assertThat(again.stateKind()).isEqualTo(StateKind.OPEN);
        assertThat(again.closedAt()).isEmpty();
        assertThat(again.clocks().nextAnswer()).isPresent();
        assertThat(continuation.suggest(call, at(13 * DAY + 2)))
                .as("it belongs to one")
                .isEmpty();
    }

    @Test
    void aCaseThatWasClosedLongAgoStaysSo() {
        Case closed = closed("Long ago");
        Actor late = at(15 * DAY);
        UUID call = comes("VOICE", late);
        assertThat(continuation.suggest(call, late)).isEmpty();
        assertThatThrownBy(() -> links.attach(call, Optional.of(closed.id()), late))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(continuation.join(call, "about " + closed.number(), late.now()))
                .isEmpty();
    }

    @Test
    void whatWentOnInAnotherCaseStaysClosed() {
        Case from = opened("Twin");
        Case into = opened("Original");
        links.merge(from.id(), 1, into.id(), at(1));
        UUID call = comes("VOICE", at(DAY));
        assertThat(continuation.suggest(call, at(DAY))).isEmpty();
        assertThatThrownBy(() -> links.attach(call, Optional.of(from.id()), at(DAY)))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aMessageThatNamesHisCaseOpensItAgain() {
        Case closed = closed("Written about");
        UUID mail = comes("EMAIL", at(DAY));
        assertThat(continuation.join(mail, "Re: [" + closed.number() + "] still broken", at(DAY).now()))
                .contains(closed.id());
        assertThat(cases.get(closed.id(), ANNA).orElseThrow().stateKind()).isEqualTo(StateKind.OPEN);
        assertThat(links.caseOf(mail, ANNA)).map(Case::id).contains(closed.id());
        UUID stranger = comes("EMAIL", at(DAY), somebody());
        assertThat(continuation.join(stranger, closed.number(), at(DAY).now()))
                .as("somebody else's number")
                .isEmpty();
        assertThat(continuation.join(comes("EMAIL", at(DAY)), "X" + closed.number() + "9, C-2026", at(DAY).now()))
                .isEmpty();
    }

    private Case opened(String subject) {
        return cases.open(CaseDraft.of("fault", subject, Optional.of(customer)), ANNA);
    }

    private Case closed(String subject) {
        Case solved = cases.move(opened(subject).id(), 1, "solved", at(1));
        return cases.move(solved.id(), solved.version(), "closed", at(2));
    }

    private UUID somebody() {
        return new Customers(db)
                .create(CustomerDraft.named("Somebody", List.of()), ANNA)
                .id();
    }

    private UUID comes(String channel, Actor at) {
        return comes(channel, at, customer);
    }

    private UUID comes(String channel, Actor at, UUID who) {
        UUID id = UuidV7.next(at.now());
        new History(db)
                .open(new NewContact(id, channel, "", true, Optional.empty(), "500", Optional.of(who), at.now()));
        return id;
    }
}
