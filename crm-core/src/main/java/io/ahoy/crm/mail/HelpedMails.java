package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Customers who said that a suggested article helped them: each mail once, and wholly. */
public final class HelpedMails {
    /** What was begun so long ago and is not done was cut off, and is begun again. */
    public static final Duration CUT_OFF = Duration.ofMinutes(1);

    private final Db db;

    public HelpedMails(Db db) {
        this.db = db;
    }

    /** Whether everything has followed from it; absent: nobody has said it. */
    public Optional<Boolean> isDone(UUID mail) {
        return db.call(session -> session.getMapper(HelpedMapper.class).isDone(mail));
    }

    /** @return false: somebody else does what follows, or has done it */
    public boolean begin(UUID mail, UUID article, Instant now) {
        return db.call(session -> {
            HelpedMapper helped = session.getMapper(HelpedMapper.class);
            return helped.begin(mail, article, now) == 1 || helped.again(mail, now, now.minus(CUT_OFF)) == 1;
        });
    }

    /** What follows from it is written, with a word of it beside the mail. Part of that transaction. */
    public void done(UUID mail, String remark) {
        db.run(session -> {
            HelpedMapper helped = session.getMapper(HelpedMapper.class);
            helped.done(mail);
            helped.remark(mail, remark);
        });
    }

    /** What was begun and not finished. */
    public record Begun(UUID mail, UUID article) {}

    /** Those that were cut off. */
    public List<Begun> unfinished(Instant now) {
        return db.call(session -> session.getMapper(HelpedMapper.class).unfinished(now.minus(CUT_OFF)));
    }

    interface HelpedMapper {
        @Select("SELECT done FROM mail_helped WHERE mail = #{mail}")
        Optional<Boolean> isDone(UUID mail);

        @Insert("INSERT IGNORE INTO mail_helped (mail, article, at) VALUES (#{mail}, #{article}, #{now})")
        int begin(UUID mail, UUID article, Instant now);

        @Select("SELECT mail, article FROM mail_helped WHERE NOT done AND at <= #{before} ORDER BY at")
        List<Begun> unfinished(Instant before);

        @Update("UPDATE mail_helped SET at = #{now} WHERE mail = #{mail} AND NOT done AND at <= #{before}")
        int again(UUID mail, Instant now, Instant before);

        @Update("UPDATE mail_helped SET done = TRUE WHERE mail = #{mail}")
        void done(UUID mail);

        @Update("UPDATE mail SET note = LEFT(CONCAT_WS(' ', note, #{remark}), 500) WHERE id = #{mail}")
        void remark(UUID mail, String remark);
    }
}
