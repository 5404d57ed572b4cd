package io.ahoy.crm.casework;

import static io.ahoy.crm.casework.DemoDesk.ANNA;
import static io.ahoy.crm.casework.DemoDesk.NOW;
import static io.ahoy.crm.casework.DemoDesk.at;
import static io.ahoy.crm.casework.DemoDesk.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.DemoTeam;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case is solved by its customer's word where its lifecycle allows it. */
@ExtendWith(TestDatabase.class)
class SolvedByCustomerTest {
    private static final String SAID = "It helped.";

    private final Db db;
    private final Cases cases;
    private final SolvedByCustomer solved;

    SolvedByCustomerTest(Db db) {
        this.db = db;
        this.cases = new Cases(db);
        this.solved = new SolvedByCustomer(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void aNewCaseIsSolved_whicheverStatesLieBetween() {
        Case made = cases.open(fault("Lamp"), ANNA);
        assertThat(solved.solve(made.id(), SAID, at(10).now())).isTrue();
        Case after = cases.get(made.id(), ANNA).orElseThrow();
        assertThat(after.stateKind()).isEqualTo(StateKind.SOLVED);
        assertThat(after.solvedAt()).contains(at(10).now());
        assertThat(solved.solve(made.id(), SAID, at(20).now())).isFalse();
        assertThat(cases.get(made.id(), ANNA).orElseThrow().solvedAt()).contains(at(10).now());
    }

    @Test
    void aComplaintNeedsMoreThanThat() {
        Case made = cases.open(CaseDraft.of("complaint", "Burnt", Optional.empty()), DemoDesk.SARA);
        assertThat(solved.solve(made.id(), SAID, at(10).now())).isFalse();
        assertThat(cases.known(made.id()).orElseThrow().stateKind()).isEqualTo(StateKind.NEW);
    }

    @Test
    void whatIsGoneIsNotSolved() {
        assertThat(solved.solve(UUID.randomUUID(), SAID, NOW)).isFalse();
    }
}
