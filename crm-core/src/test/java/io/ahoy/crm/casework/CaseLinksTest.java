package io.ahoy.crm.casework;

import static io.ahoy.crm.casework.DemoDesk.ANNA;
import static io.ahoy.crm.casework.DemoDesk.NOW;
import static io.ahoy.crm.casework.DemoDesk.at;
import static io.ahoy.crm.casework.DemoDesk.fault;
import static io.ahoy.crm.casework.DemoDesk.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.customer.Note;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.DemoTeam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cases that become one, come apart, and the interactions that belong to them. */
@ExtendWith(TestDatabase.class)
class CaseLinksTest {
    private final Db db;
    private final Cases cases;
    private final CaseLinks links;

    CaseLinksTest(Db db) {
        this.db = db;
        cases = new Cases(db);
        links = new CaseLinks(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void anInteractionThatCameLaterOpensItAgainAndAnEarlierOneDoesNot() {
        Case made = cases.open(fault("Attached"), ANNA);
        cases.move(made.id(), 1, "solved", at(10));
        UUID before = interaction(db, NOW.minusSeconds(60));
        assertThat(links.attach(before, Optional.of(made.id()), at(20))
                        .orElseThrow()
                        .stateKind())
                .isEqualTo(StateKind.SOLVED);
        UUID after = interaction(db, at(30).now());
        assertThat(links.attach(after, Optional.of(made.id()), at(31))
                        .orElseThrow()
                        .stateKind())
                .isEqualTo(StateKind.OPEN);
        Case other = cases.open(fault("Other"), ANNA);
        links.attach(after, Optional.of(other.id()), ANNA);
        assertThat(new History(db)
                        .page(HistoryFilter.ofCase(made.id()), Optional.empty(), 10)
                        .items())
                .extracting(one -> one.id())
                .containsExactly(before);
        assertThat(links.caseOf(after, ANNA)).map(Case::id).contains(other.id());
        assertThat(links.attach(after, Optional.empty(), ANNA)).isEmpty();
        assertThat(links.caseOf(after, ANNA)).isEmpty();
        assertThatThrownBy(() -> links.attach(UUID.randomUUID(), Optional.of(made.id()), ANNA))
                .isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void mergingTakesEverythingAlong() {
        Case from = cases.open(fault("Twin"), ANNA);
        Case into = cases.open(fault("Original"), ANNA);
        Case friend = cases.open(fault("Friend"), ANNA);
        UUID call = interaction(db, NOW);
        links.attach(call, Optional.of(from.id()), ANNA);
        Note note = new Notes(db).write(from.id(), "dead since Monday", ANNA);
        links.relate(from.id(), friend.id(), ANNA);
        links.relate(from.id(), friend.id(), ANNA);
        assertThatThrownBy(() -> links.merge(from.id(), 1, from.id(), ANNA)).isInstanceOf(Refusal.Invalid.class);
        links.merge(from.id(), 1, into.id(), ANNA);
        Case merged = cases.get(from.id(), ANNA).orElseThrow();
        assertThat(merged.stateKind()).isEqualTo(StateKind.CLOSED);
        assertThat(merged.mergedInto().orElseThrow().name()).isEqualTo(into.number());
        assertThat(links.caseOf(call, ANNA)).map(Case::id).contains(into.id());
        assertThat(new Notes(db).page(into.id(), Optional.empty(), 5))
                .extracting(Note::id)
                .containsExactly(note.id());
        assertThat(links.relations(into.id(), ANNA))
                .extracting(Relation::kind)
                .containsExactly(Relation.Kind.MERGED_FROM, Relation.Kind.RELATED);
        assertThat(links.relations(friend.id(), ANNA)).extracting(Relation::id).containsExactly(into.id());
        assertThatThrownBy(() -> links.unrelate(into.id(), from.id(), ANNA)).isInstanceOf(Refusal.Conflict.class);
        links.unrelate(friend.id(), into.id(), ANNA);
        assertThat(links.relations(friend.id(), ANNA)).isEmpty();
        assertThatThrownBy(() -> links.merge(friend.id(), 1, from.id(), ANNA))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining(into.number());
    }

    @Test
    void splittingTakesTheChosenInteractions() {
        Case from = cases.open(fault("Two things"), ANNA);
        UUID stays = interaction(db, NOW);
        UUID goes = interaction(db, NOW.plusSeconds(1));
        links.attach(stays, Optional.of(from.id()), ANNA);
        links.attach(goes, Optional.of(from.id()), ANNA);
        assertThatThrownBy(() -> links.split(from.id(), 1, "Second", List.of(goes, interaction(db, NOW)), ANNA))
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo("interactions.1");
        assertThat(links.caseOf(goes, ANNA))
                .as("nothing half-done")
                .map(Case::id)
                .contains(from.id());
        Case made = links.split(from.id(), 1, "Second", List.of(goes), ANNA);
        assertThat(links.caseOf(goes, ANNA)).map(Case::id).contains(made.id());
        assertThat(links.caseOf(stays, ANNA)).map(Case::id).contains(from.id());
        assertThat(made.customer()).isEqualTo(from.customer());
        assertThat(links.relations(from.id(), ANNA))
                .extracting(Relation::kind)
                .containsExactly(Relation.Kind.SPLIT_INTO);
    }
}
