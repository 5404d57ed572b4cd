package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Mails that agents begin by themselves, from the first word until they have gone. */
public final class NewMails {
    private final Db db;

    public NewMails(Db db) {
        this.db = db;
    }

    /**
     * Whoever wrote to this customer and did not send it goes on with that, so that nothing lies about half written.
     *
     * @param address that it is for, unless he has written something already; may be empty
     */
    public NewMail begin(UUID author, UUID customer, String address, Instant now) {
        return db.call(session -> {
            NewMailMapper mails = session.getMapper(NewMailMapper.class);
            UUID interaction = mails.unsent(author, customer)
                    .map(NewMail::interaction)
                    .orElseGet(() -> {
                        UUID fresh = UuidV7.next(now);
                        mails.insert(new NewMail(fresh, author, customer, address));
                        return fresh;
                    });
            mails.address(interaction, address);
            return mails.get(interaction).orElseThrow();
        });
    }

    public Optional<NewMail> get(UUID interaction) {
        return db.call(session -> session.getMapper(NewMailMapper.class).get(interaction));
    }

    /** Unless it was taken back: that can be written on. */
    public boolean isOnItsWay(UUID interaction) {
        return db.call(session -> session.getMapper(NewMailMapper.class).underWay(interaction) > 0);
    }

    /** It will not be written; what has been in the outbox stays. */
    public void drop(UUID interaction) {
        db.run(session -> session.getMapper(NewMailMapper.class).drop(interaction));
    }

    interface NewMailMapper {
        @Insert("""
                INSERT INTO mail_new (interaction, author, customer, address)
                VALUES (#{interaction}, #{author}, #{customer}, #{address})
                """)
        void insert(NewMail mail);

        @Select("""
                SELECT n.interaction, n.author, n.customer, n.address FROM mail_new n
                WHERE n.author = #{author} AND n.customer = #{customer}
                  AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.thread = n.interaction OR m.id = n.interaction)
                ORDER BY n.interaction DESC LIMIT 1
                """)
        Optional<NewMail> unsent(UUID author, UUID customer);

        @Update("""
                UPDATE mail_new SET address = #{address}
                WHERE interaction = #{interaction} AND NOT EXISTS (SELECT 1 FROM mail_draft d WHERE d.thread = #{interaction})
                """)
        void address(UUID interaction, String address);

        @Select("SELECT interaction, author, customer, address FROM mail_new WHERE interaction = #{interaction}")
        Optional<NewMail> get(UUID interaction);

        @Select("""
                SELECT COUNT(*) FROM mail m LEFT JOIN mail_delivery d ON d.mail = m.id
                WHERE (m.thread = #{interaction} OR m.id = #{interaction}) AND (d.state IS NULL OR d.state <> 'CANCELLED')
                """)
        int underWay(UUID interaction);

        @Delete("""
                DELETE FROM mail_new
                WHERE interaction = #{interaction}
                  AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.thread = #{interaction} OR m.id = #{interaction})
                """)
        void drop(UUID interaction);
    }
}
