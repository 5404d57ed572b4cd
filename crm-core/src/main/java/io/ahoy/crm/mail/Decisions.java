package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

/** What the rules said of each mail when it came: for reports, for agents, and to compare with what other rules would say. */
public final class Decisions {
    private final Db db;

    public Decisions(Db db) {
        this.db = db;
    }

    /** The last word holds: a mail whose way was cut off is judged again. */
    public void keep(UUID mail, Decision decision) {
        db.run(session -> session.getMapper(DecisionMapper.class).keep(DecisionRow.of(mail, decision)));
    }

    public Optional<Decision> of(UUID mail) {
        return db.call(
                session -> session.getMapper(DecisionMapper.class).of(mail).map(DecisionRow::decision));
    }

    /** By the mail, of all mails of a conversation that were judged. */
    public Map<UUID, Decision> ofThread(UUID thread) {
        return db.call(session -> session.getMapper(DecisionMapper.class).ofThread(thread).stream()
                .collect(Collectors.toMap(DecisionRow::mail, DecisionRow::decision)));
    }

    /** As the database has it. */
    record DecisionRow(
            UUID mail,
            String queue,
            String rules,
            String skills,
            int tier,
            Duration headStart,
            Optional<String> caseType,
            String tags,
            boolean dropped) {
        static DecisionRow of(UUID mail, Decision decision) {
            return new DecisionRow(
                    mail,
                    decision.queue(),
                    RecordJson.write(decision.rules()),
                    RecordJson.write(new Levels(decision.skills())),
                    decision.tier(),
                    decision.headStart(),
                    decision.caseType(),
                    RecordJson.write(decision.tags()),
                    decision.dropped());
        }

        Decision decision() {
            return new Decision(
                    queue,
                    List.of(RecordJson.read(rules, String[].class)),
                    new TreeMap<>(RecordJson.read(skills, Levels.class).levels()),
                    tier,
                    headStart,
                    caseType,
                    new TreeSet<>(Arrays.asList(RecordJson.read(tags, String[].class))),
                    dropped);
        }
    }

    /** The JSON of skills. */
    record Levels(Map<String, Integer> levels) {}

    interface DecisionMapper {
        @Insert("""
                REPLACE INTO mail_decision (mail, queue, rules, skills, tier, head_start_ms, case_type, tags, dropped)
                VALUES (#{mail}, #{queue}, #{rules}, #{skills}, #{tier}, #{headStart}, #{caseType}, #{tags}, #{dropped})
                """)
        void keep(DecisionRow row);

        @Select("""
                SELECT mail, queue, rules, skills, tier, head_start_ms AS head_start, case_type, tags, dropped
                FROM mail_decision WHERE mail = #{mail}
                """)
        Optional<DecisionRow> of(UUID mail);

        @Select("""
                SELECT d.mail, d.queue, d.rules, d.skills, d.tier, d.head_start_ms AS head_start, d.case_type, d.tags, d.dropped
                FROM mail_decision d JOIN mail m ON m.id = d.mail WHERE m.thread = #{thread}
                """)
        List<DecisionRow> ofThread(UUID thread);
    }
}
