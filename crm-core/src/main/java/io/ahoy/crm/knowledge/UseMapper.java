package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.ArticleMapper.ArticleRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface UseMapper {
    @Insert("""
            INSERT INTO article_use (id, article, agent, interaction, queue, at, kind)
            VALUES (#{id}, #{use.article}, #{use.agent}, #{use.interaction}, #{use.queue}, #{now}, #{use.kind})
            """)
    void insertUse(UUID id, ArticleUse use, Instant now);

    @Insert("""
            INSERT INTO article_day (queue, day, article, opened, inserted, linked, helpful, not_helpful)
            VALUES (#{queue}, #{day}, #{use.article}, #{use.kind} = 'OPENED', #{use.kind} = 'INSERTED', #{use.kind} = 'LINKED',
                    #{use.kind} = 'HELPFUL', #{use.kind} = 'NOT_HELPFUL')
            ON DUPLICATE KEY UPDATE opened = opened + VALUES(opened), inserted = inserted + VALUES(inserted),
              linked = linked + VALUES(linked), helpful = helpful + VALUES(helpful),
              not_helpful = not_helpful + VALUES(not_helpful)
            """)
    void count(String queue, LocalDate day, ArticleUse use);

    @Insert("""
            INSERT INTO article_search (id, at, query, language, hits, agent)
            VALUES (#{id}, #{now}, #{query}, #{language}, #{hits}, #{agent})
            """)
    void insertSearch(UUID id, Instant now, String query, Optional<String> language, int hits, Optional<UUID> agent);

    @Select("""
            SELECT query, COUNT(*) AS count, MAX(at) AS last FROM article_search WHERE hits = 0 AND at >= #{since}
            GROUP BY query ORDER BY count DESC, last DESC, query LIMIT #{limit}
            """)
    List<ArticleReports.Fruitless> fruitless(Instant since, int limit);

    @Select("""
            SELECT d.article, SUM(d.opened) AS opened, SUM(d.inserted) AS inserted, SUM(d.linked) AS linked,
              SUM(d.helpful) AS helpful, SUM(d.not_helpful) AS not_helpful
            FROM article_day d JOIN article a ON a.id = d.article
            WHERE d.day >= #{since} AND a.deleted_at IS NULL GROUP BY d.article
            ORDER BY SUM(d.opened + d.inserted + d.linked) DESC, d.article LIMIT #{limit}
            """)
    List<ArticleReports.Used> used(LocalDate since, int limit);

    @Select("SELECT " + ArticleMapper.ARTICLE + """
             FROM article WHERE deleted_at IS NULL AND review_at < #{before} ORDER BY review_at, id LIMIT #{limit}
            """)
    List<ArticleRow> dueForReview(Instant before, int limit);

    /** Those taken up most often beside the queue's interactions. */
    @Select("""
            SELECT article, SUM(opened + inserted + linked) AS times FROM article_day
            WHERE queue = #{queue} AND day >= #{since} GROUP BY article HAVING times > 0
            ORDER BY times DESC, article LIMIT #{limit}
            """)
    List<Times> inQueue(String queue, LocalDate since, int limit);

    /** Those taken up beside these interactions. */
    @Select("""
            <script>
            SELECT article, COUNT(DISTINCT interaction) AS times FROM article_use
            WHERE kind != 'NOT_HELPFUL' AND interaction IN
            <foreach collection="interactions" item="id" open="(" separator="," close=")">#{id}</foreach>
            GROUP BY article ORDER BY times DESC, article
            </script>
            """)
    List<Times> beside(List<UUID> interactions);

    @Select("""
            <script>
            SELECT article, SUM(helpful) AS helpful, SUM(not_helpful) AS not_helpful FROM article_day
            WHERE day >= #{since} AND article IN
            <foreach collection="articles" item="id" open="(" separator="," close=")">#{id}</foreach>
            GROUP BY article
            </script>
            """)
    List<Votes> votes(List<UUID> articles, LocalDate since);

    record Times(UUID article, int times) {}

    record Votes(UUID article, int helpful, int notHelpful) {}
}
