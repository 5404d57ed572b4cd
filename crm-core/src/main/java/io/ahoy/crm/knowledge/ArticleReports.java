package io.ahoy.crm.knowledge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.ahoy.crm.knowledge.ArticleMapper.TitleRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** What becomes of the articles: it is written down here, and reported to who tends them. */
public final class ArticleReports {
    private final Db db;

    public ArticleReports(Db db) {
        this.db = db;
    }

    /**
     * Searches with the same words that found nothing.
     *
     * @param last when somebody last tried
     */
    public record Fruitless(String query, int count, Instant last) {}

    /** How often an article was used, and how it was judged. */
    public record Used(UUID article, int opened, int inserted, int linked, int helpful, int notHelpful) {}

    /** By article and language; empty for those that were deleted. */
    public Map<UUID, Map<String, String>> titles(List<UUID> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        return db.call(session -> session.getMapper(ArticleMapper.class).titles(articles).stream()
                .collect(groupingBy(TitleRow::article, toMap(TitleRow::language, TitleRow::title))));
    }

    /** @return false: there is no such article */
    public boolean used(ArticleUse use, Instant now) {
        return db.call(session -> {
            if (session.getMapper(ArticleMapper.class).get(use.article()).isEmpty()) {
                return false;
            }
            mapper(session).insertUse(UuidV7.next(now), use, now);
            mapper(session).count(use.queue().orElse(""), day(now), use);
            return true;
        });
    }

    /**
     * Somebody finished a search: pressed Enter, opened what was found, or turned away. Searches as one types are not written down.
     *
     * @param agent absent: a customer
     */
    public void searched(String query, Optional<String> language, int hits, Optional<UUID> agent, Instant now) {
        String folded = SearchText.folded(query);
        if (!folded.isEmpty()) {
            db.run(session -> mapper(session)
                    .insertSearch(UuidV7.next(now), now, folded, language.flatMap(DraftCheck::language), hits, agent));
        }
    }

    /** The most frequent first. */
    public List<Fruitless> fruitless(Instant since, int limit) {
        return db.call(session -> mapper(session).fruitless(since, limit));
    }

    /** By day of UTC, the most used first; an article that nobody used is not in it. */
    public List<Used> used(Instant since, int limit) {
        return db.call(session -> mapper(session).used(day(since), limit));
    }

    /** Those to be read again before then, the longest due first. */
    public List<Article> dueForReview(Instant before, int limit) {
        return db.call(session -> Articles.complete(session, mapper(session).dueForReview(before, limit)));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static UseMapper mapper(SqlSession session) {
        return session.getMapper(UseMapper.class);
    }
}
