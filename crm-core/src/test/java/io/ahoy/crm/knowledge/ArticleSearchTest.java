package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.knowledge.ArticleDraft.Text;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Titles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class ArticleSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CATEGORY = UUID.fromString("01900000-0000-7000-8000-0000000000ca");

    @TempDir
    Path folder;

    private final Db db;
    private ArticleSearch search;
    private Articles articles;

    ArticleSearchTest(Db db) {
        this.db = db;
    }

    @BeforeEach
    void open() throws Exception {
        try (Connection sql = db.connection()) {
            for (String table : List.of("article_text", "article_synonym", "article")) {
                sql.createStatement().execute("DELETE FROM " + table);
            }
            sql.commit();
        }
        new ArticleCategories(db)
                .put(new ArticleCategory(
                        CATEGORY, Optional.empty(), 1, new Titles("Service", "服务"), ArticleCategory.Kind.SERVICE));
        search = ArticleSearch.open(folder, db);
        articles = new Articles(db, search::follow);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void englishIsFoundInAnyForm() {
        write("en", "Returning a parcel", "The customer's invoices are attached.");
        assertThat(found("return")).containsExactly("Returning a parcel");
        assertThat(found("parcels returned")).containsExactly("Returning a parcel");
        assertThat(found("invoice")).containsExactly("Returning a parcel");
        assertThat(found("customer")).containsExactly("Returning a parcel");
        assertThat(found("the ")).isEmpty();
        assertThat(found("refund")).isEmpty();
    }

    @Test
    void germanIsFoundInAnyFormAndSpelling() {
        write("de", "Ihre Rechnung", "Die Größe der Straße, in kleinen Häusern.");
        for (String query : List.of(
                "Rechnungen", "rechnung", "Größe", "Groesse", "grosse", "GRÖSSEN", "Strasse", "Haus", "häuser")) {
            assertThat(found(query)).as(query).containsExactly("Ihre Rechnung");
        }
        assertThat(found("Grüße")).isEmpty();
    }

    @Test
    void chineseIsFoundByEachOfItsWords() {
        write("zh", "手机屏幕碎了怎么办", "我们的退货政策：请保留发票。");
        for (String query : List.of("手机屏幕", "手机", "屏幕", "退货政策", "退货", "政策", "发票", "发", "手机屏", "屏幕碎了")) {
            assertThat(found(query)).as(query).containsExactly("手机屏幕碎了怎么办");
        }
        assertThat(found("电脑")).isEmpty();
        assertThat(found("机票")).isEmpty();
    }

    @Test
    void otherScriptsAndAccentsAreFound() {
        write("fr", "Café déçu", "naïve");
        write("ar", "سياسة الإرجاع", "نص");
        write("ja", "返品ポリシー", "テキスト");
        assertThat(found("cafe decu")).containsExactly("Café déçu");
        assertThat(found("cafe\u0301")).containsExactly("Café déçu");
        assertThat(found("الإرجاع")).containsExactly("سياسة الإرجاع");
        assertThat(found("ポリシー")).containsExactly("返品ポリシー");
    }

    @Test
    void itIsFoundWhileOneTypes() {
        write("en", "Warranty of routers", "");
        for (String typed : List.of("w", "warr", "warranty of rou", "ROUT", "router wa")) {
            assertThat(found(typed)).as(typed).containsExactly("Warranty of routers");
        }
        // A space says that the word is complete.
        assertThat(found("warr ")).isEmpty();
        assertThat(found("warr routers")).isEmpty();
    }

    @Test
    void titlesWeighMoreThanSummariesAndThoseMoreThanBodies() {
        write("en", "About parcels", "Long ago the delivery was slow.");
        articles.create(draft(Audience.PUBLIC, new Text("en", "About letters", "How delivery works", "")), ANN, NOW);
        write("en", "Delivery", "How long it takes.");
        assertThat(found("delivery")).containsExactly("Delivery", "About letters", "About parcels");
    }

    @Test
    void whatWasSearchedIsMarkedAsTextAndNeverAsHtml() {
        write("en", "Returns & <b>refunds</b>", "First sentence. You may return it <script>. Last one.");
        ArticleHit hit = hits("returning").getFirst();
        assertThat(marked(hit.title())).isEqualTo("[Returns] & <b>refunds</b>");
        assertThat(hit.excerpts()).hasSize(1);
        assertThat(marked(hit.excerpts().getFirst())).contains("You may [return] it <script>.");

        write("zh", "手机屏幕", "请把手机屏幕寄给我们。");
        assertThat(marked(hits("手机屏幕").getFirst().title())).isEqualTo("[手机屏幕]");
        assertThat(marked(hits("屏幕").getFirst().excerpts().getFirst())).isEqualTo("请把手机[屏幕]寄给我们。");
        assertThat(marked(hits("retu").getFirst().title())).startsWith("[Returns]");
    }

    @Test
    void synonymsHoldAcrossLanguagesAndAtOnce() {
        write("en", "Broken cell phones", "Send it in.");
        write("zh", "手机坏了", "请寄给我们。");
        assertThat(found("Handy ")).isEmpty();
        search.replaceSynonyms(List.of(List.of("mobile", "cell phone", "Handy", "手机")), NOW);
        for (String query : List.of("Handy ", "mobiles", "cell phone", "手机", "broken mobile")) {
            assertThat(found(query)).as(query).contains("Broken cell phones");
        }
        assertThat(found("mobile")).containsExactlyInAnyOrder("Broken cell phones", "手机坏了");
        assertThat(found("cell ")).containsExactly("Broken cell phones");
        assertThat(search.synonyms()).containsExactly(List.of("mobile", "cell phone", "Handy", "手机"));
        assertThatThrownBy(() -> search.replaceSynonyms(List.of(List.of("alone")), NOW))
                .hasMessageContaining("[alone]");
        assertThat(found("Handy ")).hasSize(2);
    }

    @Test
    void whoAsksSeesWhatHeMay() {
        articles.create(draft(Audience.INTERNAL, new Text("en", "Secret discount", "", "")), ANN, NOW);
        Instant expiry = NOW.plusSeconds(60);
        articles.create(
                new ArticleDraft(
                        CATEGORY,
                        Audience.PUBLIC,
                        ANN,
                        Optional.empty(),
                        Optional.of(expiry),
                        List.of(new Text("en", "Winter discount", "", ""))),
                ANN,
                NOW);
        assertThat(found("discount")).containsExactlyInAnyOrder("Secret discount", "Winter discount");
        assertThat(titles(search.search(asked("discount", true, Set.of()), NOW)))
                .containsExactly("Winter discount");
        assertThat(titles(search.search(asked("discount", false, Set.of()), expiry)))
                .containsExactly("Secret discount");
        assertThat(search.search(asked("discount", false, Set.of(UUID.randomUUID())), NOW))
                .isEmpty();
        assertThat(search.search(asked("discount", false, Set.of(CATEGORY)), NOW))
                .hasSize(2);
    }

    @Test
    void anArticleIsFoundOnceAndInTheLanguageOfWhoAsks() {
        Text english = new Text("en", "Router X200", "", "");
        Text german = new Text("de", "Der Router X200", "", "");
        articles.create(draft(Audience.PUBLIC, english, german), ANN, NOW);
        assertThat(titles(
                        search.search(new ArticleSearch.Asked("X200", List.of("de-AT"), ArticleFilter.NONE, 10), NOW)))
                .containsExactly("Der Router X200");
        assertThat(titles(search.search(new ArticleSearch.Asked("X200", List.of("en"), ArticleFilter.NONE, 10), NOW)))
                .containsExactly("Router X200");
    }

    @Test
    void onlyTextsOfTheLanguageThatIsWantedAreFound() {
        Text english = new Text("en", "Router X200 router", "", "router");
        articles.create(draft(Audience.PUBLIC, english, new Text("zh-Hans", "X200 router", "", "")), ANN, NOW);
        write("en", "Another router", "");
        ArticleFilter chinese = new ArticleFilter(Set.of(), Optional.of("zh"), Optional.empty());
        assertThat(titles(search.search(new ArticleSearch.Asked("router", List.of("en"), chinese, 10), NOW)))
                .containsExactly("X200 router");
    }

    @Test
    void nothingThatIsTypedIsWrong() {
        write("en", "C++ and (brackets) AND more", "50% off: title:more");
        for (String query : List.of(
                "",
                "   ",
                "*",
                "***?~^",
                "?*?*",
                "\u0000",
                "\ud83d",
                "🙂",
                "\u0301\u0301",
                "\"",
                "(((",
                "AND OR NOT")) {
            assertThat(hits(query)).as(query).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(found("*")).isEmpty();
        assertThat(found("c++ (brackets")).hasSize(1);
        assertThat(found("title:more")).hasSize(1);
        assertThat(found("brackets AND more " + "padding ".repeat(1_250))).isEmpty();
        assertThat(found("brackets more ".repeat(800))).hasSize(1);
        assertThat(found("x".repeat(10_000))).isEmpty();
        assertThat(found("手".repeat(10_000))).isEmpty();
        assertThat(search.search(asked("brackets", false, Set.of(), -1), NOW)).isEmpty();
    }

    @Test
    void theIndexFollowsEachChangeAndARestart() {
        UUID id = write("en", "First words", "");
        articles.change(id, 1, draft(Audience.PUBLIC, new Text("en", "Second words", "", "")), ANN, NOW);
        assertThat(found("words")).containsExactly("Second words");
        search.close();
        // Made while this index was closed: by another Ahoy, or before a crash.
        UUID late = ((Articles.Stored) new Articles(db, unheard -> {})
                        .create(draft(Audience.PUBLIC, new Text("en", "Late words", "", "")), ANN, NOW))
                .article()
                .id();
        search = ArticleSearch.open(folder, db);
        assertThat(found("words")).containsExactlyInAnyOrder("Second words", "Late words");
        new Articles(db, search::follow).delete(late, 1, NOW);
        assertThat(found("words")).containsExactly("Second words");
        search.rebuild();
        assertThat(found("words")).containsExactly("Second words");
    }

    @Test
    void anIndexOfAnotherDatabaseIsWrittenAnew() throws Exception {
        write("en", "Kept words", "");
        UUID lost = write("en", "Lost words", "");
        search.close();
        try (Connection sql = db.connection()) {
            sql.createStatement().execute("DELETE FROM article_text WHERE article = '" + lost + "'");
            sql.createStatement().execute("DELETE FROM article WHERE id = '" + lost + "'");
            sql.commit();
        }
        search = ArticleSearch.open(folder, db);
        assertThat(found("words")).containsExactly("Kept words");
    }

    @Test
    void aBrokenIndexIsWrittenAnew() throws Exception {
        write("en", "Kept words", "");
        search.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        search = ArticleSearch.open(folder, db);
        assertThat(found("words")).containsExactly("Kept words");
    }

    private UUID write(String language, String title, String body) {
        return ((Articles.Stored)
                        articles.create(draft(Audience.PUBLIC, new Text(language, title, "", body)), ANN, NOW))
                .article()
                .id();
    }

    private static ArticleDraft draft(Audience audience, Text... texts) {
        return new ArticleDraft(CATEGORY, audience, ANN, Optional.empty(), Optional.empty(), List.of(texts));
    }

    private List<String> found(String query) {
        return titles(hits(query));
    }

    private List<ArticleHit> hits(String query) {
        return search.search(asked(query, false, Set.of()), NOW);
    }

    private static ArticleSearch.Asked asked(String query, boolean publicOnly, Set<UUID> categories) {
        return asked(query, publicOnly, categories, 10);
    }

    private static ArticleSearch.Asked asked(String query, boolean publicOnly, Set<UUID> categories, int limit) {
        Optional<Audience> audience = Optional.of(Audience.PUBLIC).filter(one -> publicOnly);
        return new ArticleSearch.Asked(
                query, List.of(), new ArticleFilter(categories, Optional.empty(), audience), limit);
    }

    private static List<String> titles(List<ArticleHit> hits) {
        return hits.stream()
                .map(hit -> hit.title().stream().map(TextRun::text).collect(Collectors.joining()))
                .toList();
    }

    private static String marked(List<TextRun> runs) {
        return runs.stream()
                .map(run -> run.hit() ? "[" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }
}
