package io.ahoy.crm.casework;

import static io.ahoy.crm.casework.DemoDesk.ANNA;
import static io.ahoy.crm.casework.DemoDesk.NOW;
import static io.ahoy.crm.casework.DemoDesk.at;
import static io.ahoy.crm.casework.DemoDesk.fault;
import static io.ahoy.crm.casework.DemoDesk.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.customer.Note;
import io.ahoy.crm.customer.Notes;
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

/** What became one is two again, and what was split off is gone, unless somebody has done something with it. */
@ExtendWith(TestDatabase.class)
class CaseMergesTest {
    private final Db db;
    private final Cases cases;
    private final CaseLinks links;
    private final CaseMerges merges;

    CaseMergesTest(Db db) {
        this.db = db;
        this.cases = new Cases(db);
        this.links = new CaseLinks(db);
        this.merges = new CaseMerges(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void eachHasAgainWhatItHad() {
        Case from = cases.open(fault("Twin"), ANNA);
        Case into = cases.open(fault("Original"), ANNA);
        Case friend = cases.open(fault("Friend of one"), ANNA);
        Case common = cases.open(fault("Friend of both"), ANNA);
        links.relate(from.id(), friend.id(), ANNA);
        links.relate(from.id(), common.id(), ANNA);
        links.relate(into.id(), common.id(), ANNA);
        links.relate(from.id(), into.id(), ANNA);
        UUID call = interaction(db, NOW);
        links.attach(call, Optional.of(from.id()), ANNA);
        Note note = new Notes(db).write(from.id(), "dead since Monday", ANNA);
        Case before = cases.get(from.id(), ANNA).orElseThrow();
        List<Relation> froms = links.relations(from.id(), ANNA);
        List<Relation> intos = links.relations(into.id(), ANNA);

        MergedCase merged = merges.merge(from.id(), into.id(), at(5));
        assertThat(cases.get(from.id(), ANNA).orElseThrow().stateKind()).isEqualTo(StateKind.CLOSED);
        Note since = new Notes(db).write(into.id(), "written since", ANNA);
        merges.undo(merged, at(10));

        Case after = cases.get(from.id(), ANNA).orElseThrow();
        assertThat(after.progress()).isEqualTo(before.progress());
        assertThat(after.mergedInto()).isEmpty();
        assertThat(links.relations(from.id(), ANNA)).containsExactlyInAnyOrderElementsOf(froms);
        assertThat(links.relations(into.id(), ANNA)).containsExactlyInAnyOrderElementsOf(intos);
        assertThat(links.caseOf(call, ANNA)).map(Case::id).contains(from.id());
        assertThat(notes(from)).containsExactly(note.id());
        assertThat(notes(into)).containsExactly(since.id());
        merges.undo(merged, at(20));
        assertThat(notes(from)).as("done twice it is done once").containsExactly(note.id());
    }

    @Test
    void whatWasSplitOffIsGoneAgain_unlessSomebodyHasDoneSomethingWithIt() {
        Case whole = cases.open(fault("Two things"), ANNA);
        UUID first = interaction(db, NOW);
        Case made = merges.splitOff(first, Optional.of(whole.id()), fault("Another thing"), ANNA);
        assertThat(links.caseOf(first, ANNA)).map(Case::id).contains(made.id());
        assertThat(links.relations(made.id(), ANNA))
                .extracting(Relation::kind)
                .containsExactly(Relation.Kind.SPLIT_FROM);
        merges.undoSplitOff(made.id(), first, ANNA);
        assertThat(cases.known(made.id())).isEmpty();
        assertThat(links.caseOf(first, ANNA)).isEmpty();
        assertThat(links.relations(whole.id(), ANNA)).isEmpty();

        UUID second = interaction(db, NOW);
        Case used = merges.splitOff(second, Optional.of(whole.id()), fault("A third thing"), ANNA);
        new Notes(db).write(used.id(), "looked at it", ANNA);
        merges.undoSplitOff(used.id(), second, ANNA);
        assertThat(cases.known(used.id())).isPresent();
        assertThat(links.caseOf(second, ANNA)).map(Case::id).contains(used.id());
    }

    private List<UUID> notes(Case of) {
        return new Notes(db)
                .page(of.id(), Optional.empty(), 5).stream().map(Note::id).toList();
    }
}
