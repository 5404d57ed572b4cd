package io.ahoy.crm.knowledge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ahoy.crm.knowledge.ArticleMapper.ArticleRow;
import io.ahoy.crm.knowledge.ArticleMapper.TextRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.ibatis.session.SqlSession;

/**
 * The articles and the one way to change them. Of two who change the same article the first wins, and the second is shown what it
 * became. Every text that ever was is kept.
 */
public final class Articles {
    private final Db db;
    private final Consumer<UUID> changed;

    /** @param changed told of each article that was made, changed or deleted, once that is committed */
    public Articles(Db db, Consumer<UUID> changed) {
        this.db = db;
        this.changed = changed;
    }

    public sealed interface Outcome {}

    public record Stored(Article article) implements Outcome {}

    public record Deleted() implements Outcome {}

    /** Somebody else changed it meanwhile: it is like this now. */
    public record Stale(Article present) implements Outcome {}

    public record Refused(List<ArticleProblem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public record Unknown() implements Outcome {}

    /** @param by the agent who writes */
    public Outcome create(ArticleDraft draft, UUID by, Instant now) {
        return create(UuidV7.next(now), draft, by, now);
    }

    /** With an id that was chosen before. */
    Outcome create(UUID id, ArticleDraft draft, UUID by, Instant now) {
        return told(db.call(session -> {
            List<ArticleProblem> problems = problems(session, draft);
            if (!problems.isEmpty()) {
                return new Refused(problems);
            }
            mapper(session).insert(id, draft, now);
            draft.texts().forEach(text -> insert(session, id, text, 1, by, now));
            return new Stored(read(session, id).orElseThrow());
        }));
    }

    /**
     * Makes the article what the draft says.
     *
     * @param version the one that was read
     */
    public Outcome change(UUID id, long version, ArticleDraft draft, UUID by, Instant now) {
        return told(db.call(session -> {
            Optional<ArticleRow> locked = mapper(session).lock(id);
            if (locked.isEmpty()) {
                return new Unknown();
            }
            Article present = complete(session, List.of(locked.get())).getFirst();
            if (present.version() != version) {
                return new Stale(present);
            }
            List<ArticleProblem> problems = problems(session, draft);
            if (!problems.isEmpty()) {
                return new Refused(problems);
            }
            mapper(session).update(id, draft, version + 1, now);
            write(session, present, draft, by, now);
            return new Stored(read(session, id).orElseThrow());
        }));
    }

    /** Nobody finds it any more; its texts and uses are kept. */
    public Outcome delete(UUID id, long version, Instant now) {
        Outcome outcome = db.call(session -> {
            Optional<ArticleRow> locked = mapper(session).lock(id);
            if (locked.isEmpty()) {
                return new Unknown();
            }
            if (locked.get().version() != version) {
                return new Stale(complete(session, List.of(locked.get())).getFirst());
            }
            mapper(session).delete(id, now);
            return new Deleted();
        });
        if (outcome instanceof Deleted) {
            changed.accept(id);
        }
        return outcome;
    }

    public Optional<Article> get(UUID id) {
        return db.call(session -> read(session, id));
    }

    /** Oldest first. */
    public List<Article> in(UUID category, int limit) {
        return db.call(session -> complete(session, mapper(session).in(category, limit)));
    }

    /**
     * Oldest first.
     *
     * @param state absent: in whatever state they are now
     * @param after the last of the page before
     */
    public List<Article> page(
            ArticleFilter filter, Optional<ArticleState> state, Instant now, Optional<UUID> after, int limit) {
        return db.call(session -> complete(session, mapper(session).page(filter, state, now, after, limit)));
    }

    /** What the article said in a language, newest first. */
    public List<ArticleText> versions(UUID id, String language) {
        return db.call(session -> mapper(session).versions(id, language).stream()
                .map(TextRow::text)
                .toList());
    }

    static Optional<Article> read(SqlSession session, UUID id) {
        return mapper(session)
                .get(id)
                .map(row -> complete(session, List.of(row)).getFirst());
    }

    static List<Article> complete(SqlSession session, List<ArticleRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(ArticleRow::id).toList();
        Map<UUID, List<ArticleText>> texts = mapper(session).texts(ids).stream()
                .collect(groupingBy(TextRow::article, mapping(TextRow::text, toList())));
        Map<UUID, List<ArticleFile>> files =
                mapper(session).files(ids).stream().collect(groupingBy(ArticleFile::article));
        return rows.stream()
                .map(row -> row.with(texts.getOrDefault(row.id(), List.of()), files.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Stored(Article article)) {
            changed.accept(article.id());
        }
        return outcome;
    }

    private static List<ArticleProblem> problems(SqlSession session, ArticleDraft draft) {
        List<ArticleProblem> problems = new ArrayList<>(DraftCheck.problems(draft));
        // Held until the transaction ends, so that nobody deletes the category meanwhile.
        if (session.getMapper(CategoryMapper.class).hold(draft.category()).isEmpty()) {
            problems.add(new ArticleProblem(
                    "category", "There is no category " + draft.category() + "; choose one of those that are listed."));
        }
        return problems;
    }

    /** Only languages that say something else than before get a new text, so that the versions are those of somebody's work. */
    private static void write(SqlSession session, Article present, ArticleDraft draft, UUID by, Instant now) {
        long number = present.version() + 1;
        List<String> kept = new ArrayList<>();
        for (ArticleDraft.Text text : draft.texts()) {
            String language = DraftCheck.language(text.language()).orElseThrow();
            kept.add(language);
            if (present.text(language).filter(text::says).isEmpty()) {
                insert(session, present.id(), text, number, by, now);
            }
        }
        present.texts().stream()
                .map(ArticleText::language)
                .filter(language -> !kept.contains(language))
                .forEach(gone -> mapper(session).insertText(present.id(), gone, number, "", "", "", now, by));
    }

    private static void insert(SqlSession session, UUID id, ArticleDraft.Text text, long number, UUID by, Instant now) {
        String language = DraftCheck.language(text.language()).orElseThrow();
        mapper(session).insertText(id, language, number, text.title(), text.summary(), text.body(), now, by);
    }

    private static ArticleMapper mapper(SqlSession session) {
        return session.getMapper(ArticleMapper.class);
    }
}
