package io.ahoy.crm.casework;

import static io.ahoy.crm.casework.DemoDesk.ANNA;
import static io.ahoy.crm.casework.DemoDesk.NOW;
import static io.ahoy.crm.casework.DemoDesk.SARA;
import static io.ahoy.crm.casework.DemoDesk.at;
import static io.ahoy.crm.casework.DemoDesk.draft;
import static io.ahoy.crm.casework.DemoDesk.fault;
import static io.ahoy.crm.casework.DemoDesk.filled;
import static io.ahoy.crm.casework.DemoDesk.interaction;
import static io.ahoy.crm.casework.DemoDesk.withPriority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the demo's types: request (no team), complaint (back office: Sara), fault (front line: Anna, Bo, Chen). */
@ExtendWith(TestDatabase.class)
class CasesTest {
    private final Db db;
    private final Cases cases;
    private final CaseLinks links;

    CasesTest(Db db) {
        this.db = db;
        cases = new Cases(db);
        links = new CaseLinks(db);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void aCaseGoesThroughItsLifecycle() {
        Case made = cases.open(fault("Noise on the line"), ANNA);
        assertThat(made.number()).matches("C-2026-[0-9]{6}");
        assertThat(made.stateKind()).isEqualTo(StateKind.NEW);
        assertThat(made.team()).contains("frontline");
        assertThat(made.due()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(made.dueSoon()).contains(NOW.plus(Duration.ofMinutes(48)));
        Case working = cases.move(made.id(), 1, "diagnosis", at(10));
        assertThat(working.due()).as("no answer yet").isEqualTo(made.due());
        Case answered = cases.answered(made.id(), at(20));
        assertThat(answered.answeredAt()).contains(at(20).now());
        assertThat(answered.due()).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(cases.answered(made.id(), at(25)))
                .as("nothing is owed")
                .isEqualTo(cases.get(made.id(), ANNA).get());
        Case solved = cases.move(made.id(), 3, "solved", at(30));
        assertThat(solved.due()).isEmpty();
        assertThat(solved.solvedAt()).contains(at(30).now());
        Case closed = cases.move(made.id(), solved.version(), "closed", at(40));
        assertThat(closed.closedAt()).contains(at(40).now());
        assertThatThrownBy(() -> cases.change(made.id(), closed.version(), fault("x"), ANNA))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("closed");
        assertThat(cases.get(made.id(), ANNA)).contains(closed);
        assertThat(trail(made.id())).hasSize(5).last().isEqualTo("CREATED");
    }

    @Test
    void onlyTheWaysOfItsLifecycleAreOpen() {
        Case made = cases.open(fault("Ways"), ANNA);
        Case solved = cases.move(made.id(), 1, "solved", ANNA);
        assertThatThrownBy(() -> cases.move(made.id(), solved.version(), "waiting", ANNA))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("diagnosis, repair, closed");
        assertThatThrownBy(() -> cases.move(made.id(), 1, "closed", ANNA)).isInstanceOf(Refusal.Stale.class);
        assertThat(cases.get(made.id(), ANNA)).contains(solved);
    }

    @Test
    void whoComesAgainOpensItAgain() {
        Case made = cases.open(fault("Again"), ANNA);
        cases.move(made.id(), 1, "waiting", at(10));
        db.run(session -> Cases.contacted(session, made.id(), at(60).now()));
        Case open = cases.get(made.id(), ANNA).orElseThrow();
        assertThat(open.state()).isEqualTo("diagnosis");
        assertThat(open.clocks().nextAnswer().orElseThrow().due()).contains(NOW.plus(Duration.ofMinutes(120)));
        assertThat(open.clocks().solution().orElseThrow().due())
                .as("the hour of waiting does not count")
                .contains(NOW.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(50)));
        db.run(session -> Cases.contacted(session, made.id(), at(70).now()));
        assertThat(cases.get(made.id(), ANNA)).contains(open);
        assertThat(new Audit(db).page(Optional.of(made.id().toString()), Optional.empty(), Optional.empty(), 1))
                .as("done by nobody")
                .allMatch(entry -> entry.agent().isEmpty());
    }

    @Test
    void aComplaintIsSolvedWhenAllIsKnown() {
        CaseDraft bare = draft("complaint", "Bad coffee");
        Case made = cases.open(bare, SARA);
        for (String field : List.of("cause", "product", "remedy")) {
            Case present = cases.get(made.id(), SARA).orElseThrow();
            assertThatThrownBy(() -> cases.move(made.id(), present.version(), "solved", SARA))
                    .asInstanceOf(type(Refusal.Invalid.class))
                    .extracting(Refusal.Invalid::field)
                    .isEqualTo(field);
            cases.change(made.id(), present.version(), filled(CaseDraft.of(present), field), SARA);
        }
        Case known = cases.get(made.id(), SARA).orElseThrow();
        Case solved = cases.move(made.id(), known.version(), "solved", SARA);
        assertThat(solved.product().orElseThrow().name()).isEqualTo("Router R7");
        assertThatThrownBy(() -> cases.change(made.id(), solved.version(), bare, SARA))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void whoOpensACaseForAnotherTeamLooksAfterItUntilHeGivesItAway() {
        Case made = cases.open(draft("complaint", "For the back office"), ANNA);
        assertThat(made.team()).contains("backoffice");
        assertThat(made.owner().orElseThrow().id()).isEqualTo(ANNA.agent());
        assertThat(cases.get(made.id(), ANNA)).contains(made);
        cases.assign(made.id(), made.version(), Optional.empty(), ANNA);
        assertThat(cases.get(made.id(), ANNA)).isEmpty();
        assertThat(cases.open(draft("complaint", "Seen anyway"), SARA).owner()).isEmpty();
    }

    @Test
    void anotherTeamsCaseIsNotThere() {
        Case hidden = cases.open(draft("complaint", "Zebra of the back office"), SARA);
        assertThat(hidden.team()).contains("backoffice");
        assertThat(cases.get(hidden.id(), ANNA)).isEmpty();
        assertThat(cases.get(hidden.id(), SARA)).contains(hidden);
        assertThat(cases.all(List.of(hidden.id()), ANNA)).isEmpty();
        assertThat(page(CaseFilter.ALL, ANNA))
                .doesNotContain(hidden)
                .allMatch(one ->
                        one.team().map("frontline"::equals).orElse(one.owner().isEmpty())
                                || one.owner()
                                        .filter(owner -> owner.id().equals(ANNA.agent()))
                                        .isPresent());
        Case mine = cases.open(fault("Mine"), ANNA);
        assertThatThrownBy(() -> links.merge(mine.id(), 1, hidden.id(), ANNA))
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo("into");
        assertThatThrownBy(() -> links.relate(mine.id(), hidden.id(), ANNA)).isInstanceOf(Refusal.Unknown.class);
        assertThatThrownBy(() -> cases.assign(hidden.id(), 1, Optional.of(ANNA.agent()), ANNA))
                .isInstanceOf(Refusal.Unknown.class);
        UUID theirs = interaction(db, NOW);
        links.attach(theirs, Optional.of(hidden.id()), SARA);
        assertThat(links.caseOf(theirs, ANNA)).isEmpty();
        assertThatThrownBy(() -> links.attach(theirs, Optional.of(mine.id()), ANNA))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThat(links.caseOf(theirs, SARA)).map(Case::id).contains(hidden.id());
        assertThat(cases.get(mine.id(), ANNA)).contains(mine);
        Case given = cases.assign(hidden.id(), 1, Optional.of(ANNA.agent()), SARA);
        assertThat(cases.get(hidden.id(), ANNA)).contains(given);
    }

    @Test
    void pagesGoByWhatIsDueFirstWithoutGapsOrRepeats() {
        List<Case> all = page(CaseFilter.ALL, SARA);
        assertThat(all).hasSizeGreaterThan(30);
        List<Case> paged = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            List<Case> next = cases.page(CaseFilter.ALL, after, 7, SARA);
            paged.addAll(next);
            after = next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(next.getLast().id());
        } while (after.isPresent());
        assertThat(paged).isEqualTo(all);
        Instant never = Instant.MAX;
        assertThat(all).isSortedAccordingTo((one, other) -> {
            int due = one.due().orElse(never).compareTo(other.due().orElse(never));
            return due != 0 ? due : one.number().compareTo(other.number());
        });
        assertThat(page(filter(Optional.of(NOW), List.of()), SARA))
                .isNotEmpty()
                .allMatch(one -> one.due().orElseThrow().isBefore(NOW));
        assertThat(page(filter(Optional.empty(), List.of(StateKind.WAITING_FOR_CUSTOMER)), SARA))
                .isNotEmpty()
                .allMatch(one -> one.due().isEmpty());
        CaseFilter devices = new CaseFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of("fault"),
                Optional.of("device"),
                List.of(),
                Optional.of(CasePriority.HIGH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(page(devices, SARA))
                .isNotEmpty()
                .allMatch(one -> one.category().equals(Optional.of("device.router")));
    }

    @Test
    void casesAreFoundByNumberAndSubject() {
        Case made = cases.open(fault("Flügelhorn rauscht"), ANNA);
        String tail = made.number().substring(7);
        for (String typed : List.of(made.number(), made.number().toLowerCase(), tail, "flugel", "rausch fluegel")) {
            assertThat(new Finder(db).find(typed, Subject.CASE, 20)).as(typed).contains(made.id());
        }
        assertThat(new Finder(db).find("flugel", Subject.CASE, 20)).containsExactly(made.id());
        assertThat(new Finder(db).find("rausch fluegel", Subject.CUSTOMER, 20)).isEmpty();
        cases.change(made.id(), 1, fault("Trompete"), ANNA);
        assertThat(new Finder(db).find("flugel", Subject.CASE, 20)).isEmpty();
        cases.delete(made.id(), 2, SARA);
        assertThat(new Finder(db).find("trompete", Subject.CASE, 20)).isEmpty();
        Case next = cases.open(fault("Next"), ANNA);
        assertThat(next.number()).as("no number twice").isGreaterThan(made.number());
    }

    @Test
    void numbersAreGivenOnceHoweverManyOpenCases() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Case> open = () -> cases.open(fault("At once"), ANNA);
            List<Case> made = threads
                    .invokeAll(Stream.generate(() -> open).limit(12).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(made.stream().map(Case::number).distinct()).hasSize(12);
        }
    }

    @Test
    void anotherPriorityChangesThePromises() {
        Case made = cases.open(fault("Urgent?"), ANNA);
        CaseDraft urgent = withPriority(CaseDraft.of(made), CasePriority.URGENT);
        Case changed = cases.change(made.id(), 1, urgent, at(5));
        assertThat(changed.due()).contains(NOW.plus(Duration.ofMinutes(15)));
        assertThat(cases.change(made.id(), 2, CaseDraft.of(made), at(10)).due()).isEqualTo(made.due());
    }

    @Test
    void whatIsUsedStays() {
        Configurations configurations = new Configurations(db);
        var author = new Configurations.Author(SARA.agent(), NOW, false);
        cases.open(fault("Uses"), ANNA);
        assertThat(configurations.delete(Kind.CASE_CATEGORIES, "line.slow", OptionalLong.empty(), author))
                .isInstanceOfSatisfying(
                        Configurations.InUse.class,
                        used -> assertThat(used.by().getFirst()).matches("[0-9]+ cases"));
        assertThat(configurations.delete(Kind.CASE_CATEGORIES, "line", OptionalLong.empty(), author))
                .isInstanceOfSatisfying(
                        Configurations.InUse.class,
                        used -> assertThat(used.by()).contains("caseCategories/line.slow"));
        assertThat(configurations.delete(Kind.CASE_TYPES, "fault", OptionalLong.empty(), author))
                .isInstanceOf(Configurations.InUse.class);
        assertThatThrownBy(() -> cases.open(draft("nothing", "x"), ANNA))
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo("type");
    }

    @Test
    void theBoardCountsWhatIsDue() {
        CaseLoad before = CaseLoad.read(db, NOW);
        cases.open(
                CaseDraft.of(cases.assign(cases.open(fault("Load"), ANNA).id(), 1, Optional.of(ANNA.agent()), ANNA)),
                ANNA);
        CaseLoad fresh = CaseLoad.read(db, NOW);
        assertThat(fresh.ofTeam("frontline").open())
                .isEqualTo(before.ofTeam("frontline").open() + 2);
        assertThat(fresh.of(ANNA.agent()).overdue())
                .isEqualTo(before.of(ANNA.agent()).overdue());
        CaseLoad later = CaseLoad.read(db, NOW.plus(Duration.ofMinutes(50)));
        assertThat(later.of(ANNA.agent()).nearlyOverdue())
                .isGreaterThanOrEqualTo(before.of(ANNA.agent()).nearlyOverdue() + 2);
        assertThat(page(dueSoon(ANNA.agent(), NOW.plus(Duration.ofMinutes(50))), ANNA))
                .as("the list that the number leads to")
                .hasSize(later.of(ANNA.agent()).nearlyOverdue()
                        + later.of(ANNA.agent()).overdue());
        assertThat(CaseLoad.read(db, NOW.plus(Duration.ofMinutes(61)))
                        .of(ANNA.agent())
                        .overdue())
                .isGreaterThanOrEqualTo(before.of(ANNA.agent()).overdue() + 2);
        assertThat(before.ofTeam("backoffice").overdue())
                .as("the demo shows some")
                .isPositive();
    }

    @Test
    void aCustomerWithCasesIsNotDeleted() {
        Customer made = db.call(session ->
                Customers.createFor(session, ContactPoint.phone("+49301112223", "", true), "+49301112223", NOW));
        cases.open(CaseDraft.of("request", "Keeps him", Optional.of(made.id())), ANNA);
        assertThatThrownBy(() -> new Customers(db).delete(made.id(), 1, SARA)).isInstanceOf(Refusal.Conflict.class);
    }

    private List<Case> page(CaseFilter filter, Actor actor) {
        return cases.page(filter, Optional.empty(), 500, actor);
    }

    private List<String> trail(UUID id) {
        return new Audit(db)
                .page(Optional.of(id.toString()), Optional.empty(), Optional.empty(), 50).stream()
                        .map(AuditEntry::action)
                        .toList();
    }

    private static CaseFilter filter(Optional<Instant> dueBefore, List<StateKind> kinds) {
        return new CaseFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kinds,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                dueBefore,
                Optional.empty());
    }

    private static CaseFilter dueSoon(UUID owner, Instant by) {
        return new CaseFilter(
                Optional.of(owner),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(by));
    }
}
