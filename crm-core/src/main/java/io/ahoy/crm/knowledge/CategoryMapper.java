package io.ahoy.crm.knowledge;

import io.ahoy.crm.team.Titles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface CategoryMapper {
    @Select("SELECT id, parent, place, title_en, title_zh, kind FROM article_category ORDER BY place, id")
    List<CategoryRow> all();

    /** All, and nobody else changes the tree until the transaction ends. */
    @Select("SELECT id, parent, place, title_en, title_zh, kind FROM article_category ORDER BY place, id FOR UPDATE")
    List<CategoryRow> lockAll();

    @Select("SELECT id FROM article_category WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<UUID> hold(UUID id);

    @Insert("""
            INSERT INTO article_category (id, parent, place, title_en, title_zh, kind)
            VALUES (#{id}, #{parent}, #{place}, #{title.en}, #{title.zh}, #{kind})
            ON DUPLICATE KEY UPDATE parent = VALUES(parent), place = VALUES(place), title_en = VALUES(title_en),
              title_zh = VALUES(title_zh), kind = VALUES(kind)
            """)
    void save(ArticleCategory category);

    @Select("SELECT COUNT(*) FROM article WHERE category = #{category} AND deleted_at IS NULL")
    int articles(UUID category);

    /** What is deleted stands nowhere; it would keep its category for ever. */
    @Update("UPDATE article SET category = NULL WHERE category = #{category} AND deleted_at IS NOT NULL")
    void forget(UUID category);

    @Delete("DELETE FROM article_category WHERE id = #{id}")
    void delete(UUID id);

    record CategoryRow(
            UUID id, Optional<UUID> parent, int place, String titleEn, String titleZh, ArticleCategory.Kind kind) {
        ArticleCategory category() {
            return new ArticleCategory(id, parent, place, new Titles(titleEn, titleZh), kind);
        }
    }
}
