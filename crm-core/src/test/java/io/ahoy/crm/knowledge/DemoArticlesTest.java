package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.DemoTeam;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class DemoArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private final Db db;
    private ArticleSearch search;

    DemoArticlesTest(Db db) {
        this.db = db;
    }

    @BeforeEach
    void fill() {
        DemoArticles.fill(db, NOW);
        DemoArticles.fill(db, NOW.plusSeconds(1));
        search = ArticleSearch.open(folder, db);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void fortyArticlesStandInBothLanguages() {
        Articles articles = new Articles(db, id -> {});
        List<Article> all = new ArticleCategories(db)
                .all().stream()
                        .flatMap(category -> articles.in(category.id(), 100).stream())
                        .toList();
        assertThat(all).hasSize(40);
        assertThat(all).allSatisfy(article -> {
            assertThat(article.texts()).extracting(ArticleText::language).containsExactly("en", "zh");
            assertThat(article.owner().id()).isEqualTo(DemoTeam.SARA.id());
            ArticleText english = article.text("en").orElseThrow();
            assertThat(english.body().split("\\s+")).as(english.title()).hasSizeBetween(50, 170);
            ArticleText chinese = article.text("zh").orElseThrow();
            assertThat(chinese.title()).containsPattern("\\p{IsHan}");
            assertThat(chinese.body().length()).as(chinese.title()).isBetween(110, 400);
            assertThat(ArticleBody.html(english.body(), id -> Optional.empty())).startsWith("<");
        });
        assertThat(all)
                .filteredOn(article -> article.audience() == Audience.INTERNAL)
                .hasSize(6);
        assertThat(all).filteredOn(article -> article.expiresAt().isPresent()).hasSize(1);
    }

    @Test
    void whatCustomersAskIsAnsweredInTheirLanguage() {
        assertThat(first("router restarts", "en")).isEqualTo("The router restarts by itself");
        assertThat(first("退货政策", "zh")).isEqualTo("退货政策：三十天无理由退货");
        assertThat(first("手机屏幕", "zh")).isEqualTo("手机屏幕碎了");
        assertThat(first("passw", "en")).isEqualTo("Reset a password");
        assertThat(first("发票", "zh")).contains("发票");
        // A German asks, and there is nothing in German.
        assertThat(first("Rechnung ", "de")).containsIgnoringCase("invoice");
        assertThat(search.search(asked("winter offer 250", "en", true), NOW.plus(Duration.ofDays(22))))
                .noneSatisfy(hit -> assertThat(title(hit)).contains("Winter"));
        assertThat(search.search(asked("loyalty discount", "en", true), NOW))
                .allSatisfy(hit -> assertThat(hit.audience()).isEqualTo(Audience.PUBLIC));
    }

    @Test
    void whatTheDemoCustomersCalledAboutIsSuggested() {
        Situation router = Situation.of("support", "Support", List.of("de"))
                .about("Router startet jede Nacht neu", "The router restarts every night");
        assertThat(new Suggestions(db, search)
                        .suggest(router, 3, NOW)
                        .getFirst()
                        .title())
                .isEqualTo("The router restarts by itself");
        Situation seats = Situation.of("sales", "Sales", List.of("zh")).about("四十个席位的报价", "");
        assertThat(new Suggestions(db, search).suggest(seats, 3, NOW).getFirst().title())
                .isEqualTo("十席位以上的企业套餐");
    }

    private String first(String query, String language) {
        return title(search.search(asked(query, language, true), NOW).getFirst());
    }

    private static ArticleSearch.Asked asked(String query, String language, boolean publicOnly) {
        ArticleFilter filter = publicOnly
                ? new ArticleFilter(Set.of(), Optional.empty(), Optional.of(Audience.PUBLIC))
                : ArticleFilter.NONE;
        return new ArticleSearch.Asked(query, List.of(language, "en"), filter, 10);
    }

    private static String title(ArticleHit hit) {
        return hit.title().stream().map(TextRun::text).collect(Collectors.joining());
    }
}
