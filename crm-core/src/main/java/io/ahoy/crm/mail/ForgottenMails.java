package io.ahoy.crm.mail;

import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.SqlSession;

/**
 * Mails that must tell of nobody any more. Their rows go in the transaction that wants it; their bytes are noted there, and go from the
 * disk when it is over.
 */
public final class ForgottenMails {
    private static final int SWEEP = 500;

    private ForgottenMails() {}

    /** Every mail of a person's interactions, and from or to where nobody but he is reached. */
    public static int ofCustomer(SqlSession session, UUID customer, List<String> addresses) {
        ForgottenMailMapper mapper = mapper(session);
        int gone = forget(mapper, mapper.ofInteractions(customer));
        for (String address : addresses) {
            gone += forget(mapper, mapper.ofAddress(address));
        }
        mapper.deleteBegunDrafts(customer);
        mapper.deleteBegun(customer);
        return gone;
    }

    /** Those that came or went before then; what still waits to be read or sent stays. @return how many */
    public static int before(SqlSession session, Instant before, int limit) {
        return forget(mapper(session), mapper(session).before(before, limit));
    }

    public static int count(SqlSession session, Instant before) {
        return mapper(session).countBefore(before);
    }

    private static int forget(ForgottenMailMapper mapper, List<UUID> mails) {
        for (UUID mail : mails) {
            mapper.orphanContent(mail);
            mapper.orphanFiles(mail);
            mapper.deleteFiles(mail);
            mapper.deleteReplies(mail);
            mapper.deleteDecision(mail);
            mapper.deleteRecipients(mail);
            mapper.deleteDelivery(mail);
            mapper.deleteDrafts(mail);
            mapper.deleteFollowUps(mail);
            mapper.deleteNew(mail);
            mapper.deleteHelped(mail);
            mapper.deleteMoves(mail);
            mapper.deleteConversation(mail);
            mapper.delete(mail);
        }
        return mails.size();
    }

    /**
     * Removes from the disk what is named by nothing any more. What was stored again since stays: a message that comes in this moment has
     * its bytes before it has its row.
     *
     * @param storedBefore files that are younger are left for the next time
     */
    public static void sweep(Db db, Blobs blobs, Instant storedBefore) {
        List<String> orphans = db.call(session -> mapper(session).orphans(SWEEP));
        for (String sha256 : orphans) {
            boolean named = db.call(session -> mapper(session).named(sha256)) > 0;
            try {
                if (named || blobs.remove(sha256, storedBefore)) {
                    db.run(session -> mapper(session).deleteOrphan(sha256));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ForgottenMailMapper mapper(SqlSession session) {
        return session.getMapper(ForgottenMailMapper.class);
    }

    interface ForgottenMailMapper {
        /** With all of their conversations. */
        @Select("""
                SELECT DISTINCT m.id FROM interaction i JOIN mail t ON t.interaction = i.id JOIN mail m ON m.thread = t.thread
                WHERE i.customer = #{customer}
                """)
        List<UUID> ofInteractions(UUID customer);

        @Select("""
                SELECT id FROM mail WHERE from_address = #{address}
                UNION SELECT mail FROM mail_recipient WHERE address = LOWER(#{address})
                """)
        List<UUID> ofAddress(String address);

        @Select("SELECT m.id FROM mail m WHERE " + OLD + " LIMIT #{limit}")
        List<UUID> before(Instant before, int limit);

        @Select("SELECT COUNT(*) FROM mail m WHERE " + OLD)
        int countBefore(Instant before);

        String OLD = """
                m.at < #{before} AND m.state <> 'STORED' AND NOT EXISTS (
                  SELECT 1 FROM mail_delivery d WHERE d.mail = m.id AND d.state IN ('WAITING', 'SENDING'))
                AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.id = m.interaction AND i.state <> 'CLOSED')
                """;

        @Insert("INSERT IGNORE INTO mail_orphan (sha256) SELECT sha256 FROM mail WHERE id = #{mail}")
        void orphanContent(UUID mail);

        @Insert("INSERT IGNORE INTO mail_orphan (sha256) SELECT sha256 FROM mail_file WHERE mail = #{mail}")
        void orphanFiles(UUID mail);

        @Delete("DELETE FROM mail_file WHERE mail = #{mail}")
        void deleteFiles(UUID mail);

        @Delete("DELETE FROM mail_reply WHERE mail = #{mail}")
        void deleteReplies(UUID mail);

        @Delete("DELETE FROM mail_decision WHERE mail = #{mail}")
        void deleteDecision(UUID mail);

        @Delete("DELETE FROM mail_recipient WHERE mail = #{mail}")
        void deleteRecipients(UUID mail);

        @Delete("DELETE FROM mail_delivery WHERE mail = #{mail}")
        void deleteDelivery(UUID mail);

        @Delete("DELETE d FROM mail_draft d JOIN mail m ON m.thread = d.thread WHERE m.id = #{mail}")
        void deleteDrafts(UUID mail);

        @Delete("DELETE f FROM mail_follow_up f JOIN mail m ON m.thread = f.thread WHERE m.id = #{mail}")
        void deleteFollowUps(UUID mail);

        /** The mail that begins a conversation has its id. */
        @Delete("DELETE FROM mail_new WHERE interaction = #{mail}")
        void deleteNew(UUID mail);

        @Delete("DELETE FROM mail_helped WHERE mail = #{mail}")
        void deleteHelped(UUID mail);

        /** They could not be undone without it. */
        @Delete("""
                DELETE v, w FROM mail_moved x JOIN mail_move v ON v.id = x.move JOIN mail_moved w ON w.move = x.move
                WHERE x.mail = #{mail}
                """)
        void deleteMoves(UUID mail);

        /** With the last mail of it. */
        @Delete("""
                DELETE c FROM mail_conversation c JOIN mail m ON m.thread = c.thread
                WHERE m.id = #{mail} AND NOT EXISTS (SELECT 1 FROM mail o WHERE o.thread = m.thread AND o.id <> m.id)
                """)
        void deleteConversation(UUID mail);

        @Delete("DELETE d FROM mail_draft d JOIN mail_new n ON n.interaction = d.thread WHERE n.customer = #{customer}")
        void deleteBegunDrafts(UUID customer);

        @Delete("DELETE FROM mail_new WHERE customer = #{customer}")
        void deleteBegun(UUID customer);

        @Delete("DELETE FROM mail WHERE id = #{mail}")
        void delete(UUID mail);

        @Select("SELECT sha256 FROM mail_orphan LIMIT #{limit}")
        List<String> orphans(int limit);

        @Select("""
                SELECT (SELECT COUNT(*) FROM mail WHERE sha256 = #{sha256}) + (SELECT COUNT(*) FROM mail_file WHERE sha256 = #{sha256})
                  + (SELECT COUNT(*) FROM article_file WHERE sha256 = #{sha256})
                """)
        int named(String sha256);

        @Delete("DELETE FROM mail_orphan WHERE sha256 = #{sha256}")
        void deleteOrphan(String sha256);
    }
}
