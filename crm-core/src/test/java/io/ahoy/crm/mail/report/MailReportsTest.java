package io.ahoy.crm.mail.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports against figures counted by hand. T is 15 minutes. */
@ExtendWith(TestDatabase.class)
class MailReportsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Friday, five minutes before the office closes. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T16:55:00Z");

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:05:00Z");
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Span WEEK = span("2026-11-20", "2026-11-26");

    private final Db db;
    private final MadeMails mails;
    private final MailReports reports;

    MailReportsTest(Db db) {
        this.db = db;
        this.mails = new MadeMails(db);
        this.reports = new MailReports(db);
    }

    @BeforeEach
    void noMails() throws SQLException {
        if (reports.zoneOf("office").isEmpty()) {
            mails.queues();
        }
        mails.forgetAll();
    }

    @Test
    void aMailOfFridayEveningThatIsAnsweredOnMondayMorningTookTenMinutes() throws SQLException {
        UUID contact = begun("office", MONDAY);
        mails.answer(contact, "ANSWER", true, "SENT", MONDAY);
        MailFigures office = of(By.QUEUE).total();
        assertThat(office.firstAnswer().median()).contains(Duration.ofMinutes(10));
        assertThat(office.level()).isEqualTo(new MailFigures.Level(1, 1));
        assertThat(office.level().share()).hasValue(1);
        mails.forgetAll();
        UUID other = begun("clock", MONDAY);
        mails.answer(other, "ANSWER", true, "SENT", MONDAY);
        MailFigures clock = of(By.QUEUE).total();
        assertThat(clock.firstAnswer().median()).contains(Duration.between(FRIDAY, MONDAY));
        assertThat(clock.level().share()).hasValue(0);
    }

    @Test
    void everyMailIsCountedAsWhatBecameOfIt() throws SQLException {
        UUID answered = begun("clock", FRIDAY.plusSeconds(60));
        mails.answer(answered, "ACKNOWLEDGEMENT", false, "SENT", FRIDAY.plusSeconds(1));
        mails.answer(answered, "FORWARD", true, "SENT", FRIDAY.plusSeconds(2));
        mails.answer(answered, "ANSWER", true, "CANCELLED", FRIDAY.plusSeconds(3));
        mails.answer(answered, "ANSWER", true, "SENT", FRIDAY.plusSeconds(200));
        mails.answer(answered, "ANSWER", true, "SENT", FRIDAY.plusSeconds(300));
        mails.came(FRIDAY.plusSeconds(400), "info", "ROUTED", "HUMAN", Optional.of(answered));
        UUID closed = begun("clock", FRIDAY.plusSeconds(1_000));
        UUID left = mails.begins(FRIDAY, "shop", "clock", Optional.of(FRIDAY.plusSeconds(50)));
        mails.stay(left, 1, "clock", FRIDAY, Optional.empty(), Optional.of(FRIDAY.plusSeconds(50)), "FLOWED_OUT");
        UUID open = mails.begins(FRIDAY, "shop", "clock", Optional.empty());
        mails.stay(open, 1, "clock", FRIDAY, Optional.empty(), Optional.empty(), "OPEN");
        mails.came(FRIDAY, "shop", "DROPPED", "HUMAN", Optional.empty());
        mails.came(FRIDAY, "shop", "RECORDED", "BOUNCE", Optional.empty());
        mails.came(FRIDAY, "shop", "RECORDED", "VACATION", Optional.empty());
        mails.came(FRIDAY, "shop", "STORED", "", Optional.empty());
        mails.came(FRIDAY, "shop", "DUPLICATE", "", Optional.empty());
        mails.thought(answered, "ACKNOWLEDGEMENT", "SENT", FRIDAY);
        mails.thought(closed, "ACKNOWLEDGEMENT", "BUDGET", FRIDAY);
        mails.thought(left, "ACKNOWLEDGEMENT", "SENT_LATELY", FRIDAY);
        mails.thought(open, "ACKNOWLEDGEMENT", "SENT_LATELY", FRIDAY);

        MailFigures all = of(By.MAILBOX).total();
        assertThat(all.volume()).isEqualTo(new MailFigures.Volume(9, 4, 1, 2, 1, 1, 1));
        assertThat(all.outcome()).isEqualTo(new MailFigures.Outcome(1, 1, 1, 1, 0));
        assertThat(all.firstAnswer().sum()).isEqualTo(Duration.ofSeconds(200));
        // Those that ended: after 60, 1,000 and 50 seconds, and half a minute of work each that an agent had.
        assertThat(all.solution().count()).isEqualTo(3);
        assertThat(all.solution().median()).contains(Duration.ofSeconds(90));
        assertThat(all.solution().p90()).contains(Duration.ofSeconds(1_030));
        // Answered within 15 minutes: one of those that were answered or wait too long by now; who left early is not
        // held against it.
        assertThat(all.level()).isEqualTo(new MailFigures.Level(1, 3));
        assertThat(all.replies())
                .isEqualTo(new MailFigures.Replies(1, new TreeMap<>(Map.of("BUDGET", 1, "SENT_LATELY", 2))));
        assertThat(of(By.MAILBOX).rows())
                .extracting(
                        row -> row.key().orElseThrow(),
                        row -> row.figures().volume().received())
                .containsExactly(tuple("info", 3), tuple("shop", 6));
    }

    @Test
    void aCaseIsSolvedOnceAndAMailAfterwardsAsksForNothingMore() throws SQLException {
        UUID before = begun("clock", FRIDAY.plusSeconds(60));
        mails.inCase(before, "line", Optional.of(FRIDAY.plusSeconds(3_600)));
        UUID after = begun("clock", FRIDAY.plusSeconds(70));
        mails.inCase(after, "line", Optional.of(FRIDAY.minusSeconds(3_600)));
        UUID never = begun("clock", FRIDAY.plusSeconds(80));
        mails.inCase(never, "bill", Optional.empty());
        MailReport report = of(By.CATEGORY);
        assertThat(report.rows()).extracting(row -> row.key().orElse("")).containsExactly("bill", "line");
        assertThat(report.rows().getLast().figures().solution().sum()).isEqualTo(Duration.ofSeconds(3_600 + 100));
        assertThat(report.rows().getFirst().figures().solution().count()).isZero();
    }

    @Test
    void whatIsMovedOnIsJudgedInEachQueueAndCountedOnce() throws SQLException {
        UUID contact = mails.begins(FRIDAY, "info", "office", Optional.empty());
        Instant moved = FRIDAY.plusSeconds(60);
        mails.stay(contact, 1, "office", FRIDAY, Optional.empty(), Optional.of(moved), "FLOWED_OUT");
        mails.stay(contact, 2, "clock", moved, Optional.of(moved.plusSeconds(30)), Optional.empty(), "ANSWERED");
        MailReport report = of(By.QUEUE);
        assertThat(report.total().volume().received()).isEqualTo(1);
        assertThat(report.total().outcome().forwarded()).isEqualTo(1);
        assertThat(report.rows()).extracting(row -> row.key().orElse("")).containsExactly("clock", "office");
        assertThat(report.rows().getFirst().figures().level()).isEqualTo(new MailFigures.Level(1, 1));
        assertThat(report.rows().getLast().figures().level()).isEqualTo(new MailFigures.Level(0, 0));
        assertThat(report.rows().getLast().figures().volume().received()).isEqualTo(1);
        MailReport only = reports.report(WEEK, By.QUEUE, Optional.of("clock"), NOW);
        assertThat(only.total().volume().received()).isZero();
        assertThat(only.total().level()).isEqualTo(new MailFigures.Level(1, 1));
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void sumsOverRowsEqualTheWhole(By by) throws SQLException {
        Random random = new Random(23);
        for (int i = 0; i < 150; i++) {
            made(random, FRIDAY.plusSeconds(random.nextInt(6 * 86_400)));
        }
        MailReport report = of(by);
        assertThat(report.total().volume().received()).isGreaterThan(120);
        assertThat(report.total().outcome().answered()).isGreaterThan(10);
        List<ToIntFunction<MailFigures>> counts = List.of(
                one -> one.volume().received(),
                one -> one.volume().contacts(),
                one -> one.volume().joined(),
                one -> one.volume().spam(),
                one -> one.outcome().answered(),
                one -> one.outcome().open(),
                one -> one.outcome().left(),
                one -> one.outcome().closedWithoutAnswer(),
                one -> one.level().inTime(),
                one -> one.level().counted(),
                one -> one.firstAnswer().count(),
                one -> (int) one.firstAnswer().sum().toSeconds(),
                one -> one.replies().sent());
        for (ToIntFunction<MailFigures> count : counts) {
            assertThat(report.rows().stream()
                            .mapToInt(row -> count.applyAsInt(row.figures()))
                            .sum())
                    .isEqualTo(count.applyAsInt(report.total()));
        }
        assertThat(report.distribution().stream()
                        .mapToInt(MailReport.Step::count)
                        .sum())
                .isEqualTo(report.total().firstAnswer().count());
        MailFigures.Outcome outcome = report.total().outcome();
        assertThat(outcome.answered() + outcome.open() + outcome.left() + outcome.closedWithoutAnswer())
                .isEqualTo(report.total().volume().contacts());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 92, 23", "2026-10-25, 100, 25", "2026-11-20, 96, 24"})
    void aDayAcrossAClockChangeHasMoreOrFewerIntervals(String day, int quarters, int hours) throws SQLException {
        Span one = span(day, day);
        Instant last = Grid.end(one).minusMillis(1);
        mails.came(Grid.begin(one), "info", "DROPPED", "HUMAN", Optional.empty());
        mails.came(last, "info", "DROPPED", "HUMAN", Optional.empty());
        mails.came(Grid.end(one), "info", "DROPPED", "HUMAN", Optional.empty());
        mails.came(Grid.begin(one).minusMillis(1), "info", "DROPPED", "HUMAN", Optional.empty());
        List<MailReport.Row> rows =
                reports.report(one, By.QUARTER, Optional.empty(), NOW).rows();
        assertThat(rows).hasSize(quarters);
        assertThat(rows.getFirst().figures().volume().spam()).isEqualTo(1);
        assertThat(rows.getLast().figures().volume().spam()).isEqualTo(1);
        assertThat(rows.getLast().until()).contains(Grid.end(one));
        assertThat(reports.report(one, By.HOUR, Optional.empty(), NOW).rows()).hasSize(hours);
        assertThat(reports.report(one, By.HOUR_OF_DAY, Optional.empty(), NOW).rows())
                .extracting(row -> row.key().orElse(""))
                .containsExactly("00", "23");
        assertThat(reports.report(one, By.DAY, Optional.empty(), NOW).rows())
                .singleElement()
                .satisfies(
                        whole -> assertThat(whole.figures().volume().received()).isEqualTo(2));
    }

    @Test
    void spansThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> report("2026-11-20", "2026-11-19", By.DAY))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("The last day lies before the first; exchange them.");
        assertThatThrownBy(() -> report("2025-01-01", "2026-02-05", By.DAY))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("The span is too long for these rows; ask for at most 400 days.");
        assertThat(report("2025-01-01", "2026-02-04", By.DAY).rows()).hasSize(400);
        assertThatThrownBy(() -> report("2026-01-01", "2026-02-01", By.QUARTER))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("The span is too long for these rows; ask for at most 31 days.");
    }

    @Test
    void nothingIsReadButWhatCameInTheSpan() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            made(random, NOW.minus(Duration.ofDays(i)));
        }
        Select select = MailReportMapper.class
                .getDeclaredMethod("came", Instant.class, Instant.class, ResultHandler.class)
                .getAnnotation(Select.class);
        String query = Objects.requireNonNull(select).value()[0];
        Map<String, String> keys = new TreeMap<>();
        try (var connection = db.connection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE mail, mail_decision, interaction, segment, service_case, mail_reply");
            var plan = statement.executeQuery(
                    "EXPLAIN " + query.replace("#{from}", "'2026-11-20'").replace("#{until}", "'2026-11-21'"));
            while (plan.next()) {
                keys.put(plan.getString("table"), plan.getString("key") + " " + plan.getString("type"));
                if ("m".equals(plan.getString("table"))) {
                    assertThat(plan.getString("Extra")).contains("Using index").doesNotContain("filesort");
                }
            }
        }
        assertThat(keys)
                .containsEntry("m", "mail_report range")
                .containsEntry("a", "mail_interaction ref")
                .containsEntry("y", "PRIMARY eq_ref")
                .containsEntry("i", "PRIMARY eq_ref")
                .containsEntry("s", "PRIMARY ref")
                .containsEntry("r", "PRIMARY ref");
    }

    /** Of some mailbox, in some queue, with whatever may become of it. */
    private void made(Random random, Instant at) throws SQLException {
        String mailbox = random.nextBoolean() ? "info" : "shop";
        int what = random.nextInt(8);
        if (what == 0) {
            mails.came(at, mailbox, "DROPPED", "HUMAN", Optional.empty());
            return;
        }
        if (what == 1) {
            mails.came(at, mailbox, "RECORDED", "BOUNCE", Optional.empty());
            return;
        }
        String queue = random.nextBoolean() ? "office" : "clock";
        Instant answered = at.plusSeconds(random.nextInt(30_000));
        Optional<Instant> ended = what > 4 ? Optional.of(answered.plusSeconds(600)) : Optional.empty();
        Optional<Instant> had = what % 2 == 0 ? Optional.of(answered) : Optional.empty();
        UUID contact = mails.begins(at, mailbox, queue, ended);
        mails.stay(contact, 1, queue, at, had, ended, had.isPresent() ? "ANSWERED" : "OPEN");
        if (had.isPresent() && random.nextBoolean()) {
            mails.answer(contact, "ANSWER", true, "SENT", answered);
            mails.thought(contact, "ACKNOWLEDGEMENT", "SENT", at);
            mails.inCase(contact, "line", Optional.empty());
        }
    }

    /** Which an agent gets at that moment, and closes half a minute later. */
    private UUID begun(String queue, Instant answered) throws SQLException {
        Optional<Instant> ended = Optional.of(answered.plusSeconds(30));
        UUID contact = mails.begins(FRIDAY, "info", queue, ended);
        mails.stay(contact, 1, queue, FRIDAY, Optional.of(answered), ended, "ANSWERED");
        return contact;
    }

    private MailReport of(By by) {
        return reports.report(WEEK, by, Optional.empty(), NOW);
    }

    private MailReport report(String from, String to, By by) {
        return reports.report(span(from, to), by, Optional.empty(), NOW);
    }

    private static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to), BERLIN);
    }
}
