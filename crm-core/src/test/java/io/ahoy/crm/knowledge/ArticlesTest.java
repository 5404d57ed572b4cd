package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ahoy.crm.customer.Named;
import io.ahoy.crm.knowledge.ArticleDraft.Text;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    /** As somebody is named who is no agent any more. */
    private static final Named GONE = new Named(ANN, "");

    private static final UUID BO = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final String HOSTILE = "<script>alert(1)</script> ن̃اقة \u202e 👩‍👩‍👧 ${x} #{y} \\ ' \" %";

    private final List<UUID> changed = new ArrayList<>();
    private final Articles articles;
    private final ArticleCategories categories;
    private final ArticleCategory category;

    ArticlesTest(Db db) {
        articles = new Articles(db, changed::add);
        categories = new ArticleCategories(db);
        category = category(Optional.empty());
    }

    @Test
    void everythingOfAnArticleIsKept() {
        ArticleDraft draft = new ArticleDraft(
                category.id(),
                Audience.PUBLIC,
                ANN,
                Optional.of(NOW.plus(Duration.ofDays(90))),
                Optional.of(NOW.plus(Duration.ofDays(180))),
                List.of(new Text("zh-hans", HOSTILE, HOSTILE, HOSTILE.repeat(200)), new Text("en", "Title", "", "")));
        Article article = stored(articles.create(draft, ANN, NOW));
        assertThat(articles.get(article.id())).contains(article);
        assertThat(article)
                .isEqualTo(new Article(
                        article.id(),
                        category.id(),
                        Audience.PUBLIC,
                        GONE,
                        NOW,
                        NOW,
                        1,
                        draft.reviewAt(),
                        draft.expiresAt(),
                        List.of(
                                new ArticleText("en", "Title", "", "", 1, NOW, GONE),
                                new ArticleText("zh-Hans", HOSTILE, HOSTILE, HOSTILE.repeat(200), 1, NOW, GONE)),
                        List.of()));
        assertThat(changed).containsExactly(article.id());
        assertThat(articles.get(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aListIsNarrowedByLanguageAudienceAndState() {
        Article current = stored(articles.create(dated(Optional.empty(), Optional.empty()), ANN, NOW));
        Article due = stored(articles.create(dated(Optional.of(NOW), Optional.empty()), ANN, NOW));
        Article expired = stored(articles.create(dated(Optional.of(NOW), Optional.of(NOW)), ANN, NOW));
        assertThat(page(Optional.empty(), Optional.empty())).containsExactlyInAnyOrder(current, due, expired);
        assertThat(page(Optional.empty(), Optional.of(ArticleState.CURRENT))).containsExactly(current);
        assertThat(page(Optional.empty(), Optional.of(ArticleState.REVIEW_DUE))).containsExactly(due);
        assertThat(page(Optional.empty(), Optional.of(ArticleState.EXPIRED))).containsExactly(expired);
        assertThat(page(Optional.of("zh"), Optional.empty())).containsExactlyInAnyOrder(current, due, expired);
        ArticleDraft english = new ArticleDraft(
                category.id(),
                Audience.INTERNAL,
                ANN,
                Optional.empty(),
                Optional.empty(),
                List.of(new Text("en", "Only in English", "", "")));
        Article less = stored(articles.change(current.id(), 1, english, ANN, NOW));
        assertThat(page(Optional.of("zh"), Optional.empty())).containsExactlyInAnyOrder(due, expired);
        ArticleFilter internal =
                new ArticleFilter(Set.of(category.id()), Optional.empty(), Optional.of(Audience.INTERNAL));
        assertThat(articles.page(internal, Optional.empty(), NOW, Optional.empty(), 10))
                .containsExactly(less);
    }

    private List<Article> page(Optional<String> language, Optional<ArticleState> state) {
        ArticleFilter filter = new ArticleFilter(Set.of(category.id()), language, Optional.empty());
        return articles.page(filter, state, NOW, Optional.empty(), 10);
    }

    private ArticleDraft dated(Optional<Instant> reviewAt, Optional<Instant> expiresAt) {
        return new ArticleDraft(
                category.id(),
                Audience.PUBLIC,
                ANN,
                reviewAt,
                expiresAt,
                List.of(new Text("en", "Dated", "", ""), new Text("zh-Hans", "日期", "", "")));
    }

    @Test
    void ofTwoWhoChangeTheFirstWins() {
        Article article = stored(articles.create(draft("first"), ANN, NOW));
        Article second = stored(articles.change(article.id(), 1, draft("second"), BO, NOW.plusSeconds(1)));
        assertThat(second.version()).isEqualTo(2);
        assertThat(articles.change(article.id(), 1, draft("late"), ANN, NOW.plusSeconds(2)))
                .isEqualTo(new Articles.Stale(second));
        assertThat(articles.delete(article.id(), 1, NOW)).isEqualTo(new Articles.Stale(second));
        assertThat(articles.change(UUID.randomUUID(), 1, draft("none"), ANN, NOW))
                .isInstanceOf(Articles.Unknown.class);
        assertThat(changed).containsExactly(article.id(), article.id());
    }

    @Test
    void everyTextThatEverWasIsKept() {
        Article article = stored(articles.create(draft("one"), ANN, NOW));
        // Nothing else is said, so it is no version of the text, though one of the article.
        stored(articles.change(article.id(), 1, draft("one"), BO, NOW));
        stored(articles.change(article.id(), 2, draft("three"), BO, NOW));
        ArticleDraft german = draft(new Text("de", "drei", "", ""));
        Article last = stored(articles.change(article.id(), 3, german, ANN, NOW));
        assertThat(last.texts()).extracting(ArticleText::language).containsExactly("de");
        assertThat(articles.versions(article.id(), "en"))
                .extracting(
                        ArticleText::title,
                        ArticleText::number,
                        text -> text.by().id())
                .containsExactly(tuple("three", 3L, BO), tuple("one", 1L, ANN));
        assertThat(stored(articles.change(article.id(), 4, draft("back"), ANN, NOW))
                        .text("en"))
                .get()
                .extracting(ArticleText::number)
                .isEqualTo(5L);
    }

    @Test
    void whatIsDeletedIsGoneAndItsVersionsAreNot() {
        Article article = stored(articles.create(draft("short-lived"), ANN, NOW));
        assertThat(articles.delete(article.id(), 1, NOW)).isInstanceOf(Articles.Deleted.class);
        assertThat(articles.get(article.id())).isEmpty();
        assertThat(articles.in(category.id(), 10)).isEmpty();
        assertThat(articles.versions(article.id(), "en")).hasSize(1);
        assertThat(articles.delete(article.id(), 2, NOW)).isInstanceOf(Articles.Unknown.class);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        ArticleDraft wrong = new ArticleDraft(
                UUID.randomUUID(),
                Audience.PUBLIC,
                ANN,
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Text("en", " ", "x".repeat(2_001), "x".repeat(200_001)),
                        new Text("EN", "😀".repeat(300), "", ""),
                        new Text("<b>", "x".repeat(301), "", "")));
        assertThat(((Articles.Refused) articles.create(wrong, ANN, NOW)).problems())
                .extracting(ArticleProblem::field)
                .containsExactly(
                        "texts.en.title",
                        "texts.en.summary",
                        "texts.en.body",
                        "texts.en",
                        "texts.?",
                        "texts.?.title",
                        "category");
        assertThat(articles.create(draft(), ANN, NOW)).isInstanceOf(Articles.Refused.class);
        assertThat(changed).isEmpty();
    }

    @Test
    void aCategoryInUseStaysUntilItIsEmpty() {
        ArticleCategory below = category(Optional.of(category.id()));
        Article one = stored(articles.create(draft("one"), ANN, NOW));
        Article two = stored(articles.create(draft("two"), ANN, NOW));
        assertThat(categories.delete(category.id())).isEqualTo(new ArticleCategories.InUse(2, 1));
        assertThat(categories.within(category.id())).containsExactlyInAnyOrder(category.id(), below.id());
        articles.delete(one.id(), 1, NOW);
        articles.delete(two.id(), 1, NOW);
        assertThat(categories.delete(below.id())).isInstanceOf(ArticleCategories.Deleted.class);
        assertThat(categories.delete(category.id())).isInstanceOf(ArticleCategories.Deleted.class);
        assertThat(categories.delete(category.id())).isInstanceOf(ArticleCategories.Unknown.class);
        assertThat(articles.create(draft("three"), ANN, NOW)).isInstanceOf(Articles.Refused.class);
    }

    @Test
    void aCategoryNeverStandsBelowItself() {
        ArticleCategory below = category(Optional.of(category.id()));
        ArticleCategory deeper = category(Optional.of(below.id()));
        ArticleCategory circle = new ArticleCategory(
                category.id(), Optional.of(deeper.id()), 1, new Titles("", "x".repeat(201)), category.kind());
        assertThat(((ArticleCategories.Refused) categories.put(circle)).problems())
                .extracting(ArticleProblem::field)
                .containsExactly("title.en", "title.zh", "parent");
        assertThat(categories.put(new ArticleCategory(
                        category.id(), Optional.of(UUID.randomUUID()), 1, category.title(), category.kind())))
                .isInstanceOf(ArticleCategories.Refused.class);
        assertThat(categories.all()).contains(category, below, deeper);
    }

    private ArticleCategory category(Optional<UUID> parent) {
        ArticleCategory made = new ArticleCategory(
                UUID.randomUUID(), parent, 1, new Titles(HOSTILE, "服务"), ArticleCategory.Kind.SERVICE);
        assertThat(categories.put(made)).isEqualTo(new ArticleCategories.Stored(made));
        return made;
    }

    private ArticleDraft draft(String title) {
        return draft(new Text("en", title, "summary", "body"));
    }

    private ArticleDraft draft(Text... texts) {
        return new ArticleDraft(
                category.id(), Audience.INTERNAL, ANN, Optional.empty(), Optional.empty(), List.of(texts));
    }

    private static Article stored(Articles.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Articles.Stored.class);
        return ((Articles.Stored) outcome).article();
    }
}
