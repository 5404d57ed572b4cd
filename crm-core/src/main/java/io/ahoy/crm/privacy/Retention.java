package io.ahoy.crm.privacy;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.mail.ForgottenMails;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Forgets by itself what was kept long enough: in portions, so that nobody waits for it, and with a report each time. */
public final class Retention {
    /** Rows in one transaction. */
    private static final int PORTION = 5_000;

    private static final int DAYS_MAX = 36_500;

    private static final Set<String> KNOWN =
            Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toUnmodifiableSet());

    private final Db db;

    public Retention(Db db) {
        this.db = db;
    }

    /** What has a period of its own. */
    public enum Kind {
        /** Numbers and the customer of an interaction, from its arrival on; the interaction itself remains for the figures. */
        INTERACTIONS(1),
        /** What agents wrote when they wrapped up. */
        WRAP_UP_NOTES(1),
        /** Notes on records, from their last change on. */
        NOTES(1),
        /** Triggers refuse less. */
        AUDIT(366),
        /** What was answered to requests that may be sent twice. */
        ANSWERS(1),
        /** Sessions, from their end on. */
        SESSIONS(1),
        SEARCHES(1),
        /** Cases, from when they were closed: what they were about and for whom; each goes on counting as a case of its type. */
        CASES(1),
        /** Mails, from when they came or were written; their conversations are over. */
        MAILS(1);

        private final int daysMin;

        Kind(int daysMin) {
            this.daysMin = daysMin;
        }
    }

    /**
     * What was forgotten, or would be.
     *
     * @param dryRun nothing was touched
     */
    public record Report(UUID id, Instant at, boolean dryRun, SortedMap<String, Integer> counts) {
        public Report {
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }
    }

    /** As it stands in the column. */
    private record Counts(SortedMap<String, Integer> byKind) {}

    /** Days by kind. */
    public Map<Kind, Integer> periods() {
        return db.call(session -> periods(session.getMapper(PrivacyMapper.class)));
    }

    /** @param days by kind; what is not named stays as it is */
    public Map<Kind, Integer> change(Map<Kind, Integer> days, Actor actor) {
        days.forEach((kind, wanted) -> {
            if (wanted < kind.daysMin || wanted > DAYS_MAX) {
                throw new Refusal.Invalid(
                        "periods." + kind, "From " + kind.daysMin + " to " + DAYS_MAX + " days, not " + wanted + ".");
            }
        });
        return db.call(session -> {
            PrivacyMapper privacy = session.getMapper(PrivacyMapper.class);
            Map<Kind, Integer> before = periods(privacy);
            days.forEach((kind, wanted) -> privacy.setPeriod(kind.name(), wanted));
            Map<Kind, Integer> after = periods(privacy);
            Audit.changed(session, actor, Subject.CONFIGURATION, "retention", before, after);
            return after;
        });
    }

    /** Newest first. */
    public List<Report> reports(int limit) {
        return db.call(session -> session.getMapper(PrivacyMapper.class).runs(limit).stream()
                .map(row -> new Report(
                        row.id(),
                        row.at(),
                        row.dryRun(),
                        RecordJson.read(row.counts(), Counts.class).byKind()))
                .toList());
    }

    /** @param dryRun only counts what would be forgotten */
    public Report run(boolean dryRun, Instant now) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        periods().forEach((kind, days) -> {
            Instant before = now.minus(Duration.ofDays(days));
            counts.put(kind.name(), dryRun ? count(kind, before) : forget(kind, before));
        });
        Report report = new Report(UuidV7.next(now), now, dryRun, counts);
        db.run(session -> session.getMapper(PrivacyMapper.class)
                .insertRun(report.id(), now, dryRun, RecordJson.write(new Counts(report.counts()))));
        return report;
    }

    private int count(Kind kind, Instant before) {
        return db.call(session -> {
            PrivacyMapper privacy = session.getMapper(PrivacyMapper.class);
            return switch (kind) {
                case INTERACTIONS -> privacy.countInteractions(before);
                case WRAP_UP_NOTES -> privacy.countWrapUps(before);
                case NOTES -> privacy.countNotes(before);
                case AUDIT -> privacy.countAudit(UuidV7.next(before));
                case ANSWERS -> privacy.countAnswers(before);
                case SESSIONS -> privacy.countSessions(before);
                case SEARCHES -> privacy.countSearches(before);
                case CASES -> privacy.countCases(before);
                case MAILS -> ForgottenMails.count(session, before);
            };
        });
    }

    private int forget(Kind kind, Instant before) {
        UUID bound = UuidV7.next(before);
        return all(() -> db.call(session -> {
            PrivacyMapper privacy = session.getMapper(PrivacyMapper.class);
            return switch (kind) {
                case INTERACTIONS -> privacy.oldInteractions(before, PORTION);
                case WRAP_UP_NOTES -> privacy.oldWrapUps(before, PORTION);
                case NOTES -> privacy.oldNotes(before, PORTION);
                case AUDIT -> Audit.forget(session, bound, PORTION);
                case ANSWERS -> privacy.oldAnswers(before, PORTION);
                case SESSIONS -> privacy.oldSessions(before, PORTION);
                case SEARCHES -> privacy.oldSearches(before, PORTION);
                case CASES -> cases(session, privacy, before);
                case MAILS -> ForgottenMails.before(session, before, PORTION);
            };
        }));
    }

    private static int cases(SqlSession session, PrivacyMapper privacy, Instant before) {
        List<UUID> old = privacy.oldCases(before, PORTION);
        old.forEach(id -> ForgottenCase.forget(session, id));
        return old.size();
    }

    private static int all(IntSupplier portion) {
        int sum = 0;
        int last;
        do {
            last = portion.getAsInt();
            sum += last;
        } while (last == PORTION);
        return sum;
    }

    private static Map<Kind, Integer> periods(PrivacyMapper privacy) {
        Map<Kind, Integer> days = new EnumMap<>(Kind.class);
        privacy.periods().stream()
                // A later Ahoy may know more kinds than this one.
                .filter(row -> KNOWN.contains(row.kind()))
                .forEach(row -> days.put(Kind.valueOf(row.kind()), row.days()));
        return Collections.unmodifiableMap(days);
    }
}
