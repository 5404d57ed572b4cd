package io.ahoy.crm.knowledge;

import io.ahoy.crm.customer.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ArticleMapper {
    String ARTICLE = """
            id, category, audience, owner, COALESCE((SELECT name FROM agent WHERE agent.id = article.owner), '') AS owner_name,
            created_at, changed_at, version, review_at, expires_at
            """;

    String AUTHOR = "t.agent AS `by`, COALESCE((SELECT name FROM agent WHERE agent.id = t.agent), '') AS by_name";

    @Select("SELECT " + ARTICLE + " FROM article WHERE id = #{id} AND deleted_at IS NULL")
    Optional<ArticleRow> get(UUID id);

    /** Whoever else wants to change it waits until the transaction ends. */
    @Select("SELECT " + ARTICLE + " FROM article WHERE id = #{id} AND deleted_at IS NULL FOR UPDATE")
    Optional<ArticleRow> lock(UUID id);

    @Select("SELECT " + ARTICLE + """
             FROM article WHERE category = #{category} AND deleted_at IS NULL ORDER BY id LIMIT #{limit}
            """)
    List<ArticleRow> in(UUID category, int limit);

    /** By id. A text without a title was taken away. */
    @Select("<script>SELECT " + ARTICLE + """
             FROM article WHERE deleted_at IS NULL
            <if test="!filter.categories().isEmpty()">AND category IN
              <foreach collection="filter.categories()" item="one" open="(" separator="," close=")">#{one}</foreach></if>
            <if test="filter.audience().isPresent()">
              <bind name="audience" value="filter.audience().get().name()"/>AND audience = #{audience}</if>
            <if test="filter.language().isPresent()">AND EXISTS (
              SELECT 1 FROM article_text t WHERE t.article = article.id AND t.title != ''
              AND (t.language = #{filter.language} OR t.language LIKE CONCAT(#{filter.language}, '-%'))
              AND NOT EXISTS (SELECT 1 FROM article_text later
                WHERE later.article = t.article AND later.language = t.language AND later.number > t.number))</if>
            <if test="state.isPresent()"><choose>
              <when test="state.get().name() == 'EXPIRED'">AND expires_at &lt;= #{now}</when>
              <when test="state.get().name() == 'REVIEW_DUE'">AND review_at &lt;= #{now}
                AND (expires_at IS NULL OR expires_at &gt; #{now})</when>
              <otherwise>AND (review_at IS NULL OR review_at &gt; #{now})
                AND (expires_at IS NULL OR expires_at &gt; #{now})</otherwise></choose></if>
            <if test="after.isPresent()">AND id &gt; #{after}</if>
            ORDER BY id LIMIT #{limit}
            </script>
            """)
    List<ArticleRow> page(
            ArticleFilter filter, Optional<ArticleState> state, Instant now, Optional<UUID> after, int limit);

    /** Of those that are not deleted, by id. */
    @Select("SELECT " + ARTICLE + " FROM article WHERE id > #{after} AND deleted_at IS NULL ORDER BY id LIMIT #{limit}")
    List<ArticleRow> after(UUID after, int limit);

    /** Also the deleted ones. */
    @Select("SELECT id FROM article WHERE changed_at >= #{since} ORDER BY changed_at, id")
    List<UUID> changedSince(Instant since);

    @Select("SELECT COUNT(*) FROM article WHERE deleted_at IS NULL")
    int count();

    @Select("SELECT MAX(changed_at) FROM article")
    Optional<Instant> lastChange();

    /** The present texts, without those that were taken away. */
    @Select("<script>SELECT t.article, t.language, t.title, t.summary, t.body, t.number, t.at, " + AUTHOR + """
             FROM article_text t JOIN (
              SELECT article, language, MAX(number) AS number FROM article_text WHERE article IN
              <foreach collection="articles" item="id" open="(" separator="," close=")">#{id}</foreach>
              GROUP BY article, language
            ) present ON present.article = t.article AND present.language = t.language AND present.number = t.number
            WHERE t.title != '' ORDER BY t.article, t.language
            </script>
            """)
    List<TextRow> texts(List<UUID> articles);

    /** The present ones, by article and language. */
    @Select("""
            <script>
            SELECT t.article, t.language, t.title FROM article_text t WHERE t.title != '' AND t.article IN
            <foreach collection="articles" item="id" open="(" separator="," close=")">#{id}</foreach>
            AND NOT EXISTS (SELECT 1 FROM article_text later
              WHERE later.article = t.article AND later.language = t.language AND later.number > t.number)
            ORDER BY t.article, t.language
            </script>
            """)
    List<TitleRow> titles(List<UUID> articles);

    @Select("SELECT t.article, t.language, t.title, t.summary, t.body, t.number, t.at, " + AUTHOR + """
             FROM article_text t
            WHERE t.article = #{article} AND t.language = #{language} AND t.title != '' ORDER BY t.number DESC
            """)
    List<TextRow> versions(UUID article, String language);

    @Select("""
            <script>
            SELECT id, article, name, media_type, sha256, size, at, agent AS `by` FROM article_file WHERE article IN
            <foreach collection="articles" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY id
            </script>
            """)
    List<ArticleFile> files(List<UUID> articles);

    @Insert("""
            INSERT INTO article (id, category, audience, owner, created_at, changed_at, version, review_at, expires_at)
            VALUES (#{id}, #{draft.category}, #{draft.audience}, #{draft.owner}, #{now}, #{now}, 1, #{draft.reviewAt},
                    #{draft.expiresAt})
            """)
    void insert(UUID id, ArticleDraft draft, Instant now);

    @Update("""
            UPDATE article SET category = #{draft.category}, audience = #{draft.audience}, owner = #{draft.owner},
              review_at = #{draft.reviewAt}, expires_at = #{draft.expiresAt}, changed_at = #{now}, version = #{version}
            WHERE id = #{id}
            """)
    void update(UUID id, ArticleDraft draft, long version, Instant now);

    @Update("UPDATE article SET deleted_at = #{now}, changed_at = #{now}, version = version + 1 WHERE id = #{id}")
    void delete(UUID id, Instant now);

    @Insert("""
            INSERT INTO article_text (article, language, number, title, summary, body, at, agent)
            VALUES (#{article}, #{language}, #{number}, #{title}, #{summary}, #{body}, #{now}, #{by})
            """)
    void insertText(
            UUID article,
            String language,
            long number,
            String title,
            String summary,
            String body,
            Instant now,
            UUID by);

    @Insert("""
            INSERT INTO article_file (id, article, name, media_type, sha256, size, at, agent)
            VALUES (#{id}, #{article}, #{name}, #{mediaType}, #{sha256}, #{size}, #{at}, #{by})
            """)
    void insertFile(ArticleFile file);

    @Select("""
            SELECT f.id, f.article, f.name, f.media_type, f.sha256, f.size, f.at, f.agent AS `by`
            FROM article_file f JOIN article a ON a.id = f.article WHERE f.id = #{id} AND a.deleted_at IS NULL
            """)
    Optional<ArticleFile> file(UUID id);

    @Delete("DELETE FROM article_file WHERE id = #{id}")
    int deleteFile(UUID id);

    record ArticleRow(
            UUID id,
            UUID category,
            Audience audience,
            UUID owner,
            String ownerName,
            Instant createdAt,
            Instant changedAt,
            long version,
            Optional<Instant> reviewAt,
            Optional<Instant> expiresAt) {
        Article with(List<ArticleText> texts, List<ArticleFile> files) {
            return new Article(
                    id,
                    category,
                    audience,
                    new Named(owner, ownerName),
                    createdAt,
                    changedAt,
                    version,
                    reviewAt,
                    expiresAt,
                    texts,
                    files);
        }
    }

    record TitleRow(UUID article, String language, String title) {}

    record TextRow(
            UUID article,
            String language,
            String title,
            String summary,
            String body,
            long number,
            Instant at,
            UUID by,
            String byName) {
        ArticleText text() {
            return new ArticleText(language, title, summary, body, number, at, new Named(by, byName));
        }
    }
}
