package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.CategoryMapper.CategoryRow;
import io.ahoy.crm.store.Db;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** The tree of categories. */
public final class ArticleCategories {
    private static final int TITLE_MAX = 200;

    private final Db db;

    public ArticleCategories(Db db) {
        this.db = db;
    }

    public sealed interface Outcome {}

    public record Stored(ArticleCategory category) implements Outcome {}

    public record Deleted() implements Outcome {}

    public record Refused(List<ArticleProblem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** It can't be deleted while so many stand in it; move them first. */
    public record InUse(int articles, int categories) implements Outcome {}

    public record Unknown() implements Outcome {}

    /** Those of the same parent in their order. */
    public List<ArticleCategory> all() {
        return db.call(session ->
                mapper(session).all().stream().map(CategoryRow::category).toList());
    }

    /** Makes or changes it. */
    public Outcome put(ArticleCategory category) {
        return db.call(session -> {
            List<ArticleProblem> problems = problems(category, mapper(session).lockAll());
            if (!problems.isEmpty()) {
                return new Refused(problems);
            }
            mapper(session).save(category);
            return new Stored(category);
        });
    }

    public Outcome delete(UUID id) {
        return db.call(session -> {
            List<CategoryRow> all = mapper(session).lockAll();
            if (all.stream().noneMatch(row -> row.id().equals(id))) {
                return new Unknown();
            }
            int articles = mapper(session).articles(id);
            int categories = (int) all.stream()
                    .filter(row -> row.parent().equals(Optional.of(id)))
                    .count();
            if (articles > 0 || categories > 0) {
                return new InUse(articles, categories);
            }
            mapper(session).forget(id);
            mapper(session).delete(id);
            return new Deleted();
        });
    }

    /** The category and all below it, as a search wants them. */
    public Set<UUID> within(UUID id) {
        List<ArticleCategory> all = all();
        Set<UUID> within = new HashSet<>(Set.of(id));
        // Each round goes one level deeper.
        while (all.stream()
                .filter(category -> category.parent().filter(within::contains).isPresent())
                .map(category -> within.add(category.id()))
                .reduce(false, Boolean::logicalOr)) {}
        return within;
    }

    private static List<ArticleProblem> problems(ArticleCategory category, List<CategoryRow> all) {
        List<ArticleProblem> problems = new ArrayList<>();
        title("title.en", category.title().en(), problems);
        title("title.zh", category.title().zh(), problems);
        Map<UUID, Optional<UUID>> parents = new HashMap<>();
        all.forEach(row -> parents.put(row.id(), row.parent()));
        category.parent()
                .filter(parent -> !parents.containsKey(parent))
                .ifPresent(parent -> problems.add(new ArticleProblem(
                        "parent", "There is no category " + parent + "; choose one of those that are listed.")));
        for (Optional<UUID> above = category.parent();
                above.isPresent();
                above = parents.getOrDefault(above.get(), Optional.empty())) {
            if (above.get().equals(category.id())) {
                problems.add(new ArticleProblem(
                        "parent", "A category can't stand below itself; choose one that is not below it."));
                break;
            }
        }
        return problems;
    }

    private static void title(String field, String title, List<ArticleProblem> problems) {
        int length = title.codePointCount(0, title.length());
        if (title.isBlank() || length > TITLE_MAX) {
            problems.add(
                    new ArticleProblem(field, "A title has 1 to " + TITLE_MAX + " characters, not " + length + "."));
        }
    }

    private static CategoryMapper mapper(SqlSession session) {
        return session.getMapper(CategoryMapper.class);
    }
}
