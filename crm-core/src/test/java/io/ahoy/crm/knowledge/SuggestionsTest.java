package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.knowledge.ArticleDraft.Text;
import io.ahoy.crm.knowledge.ArticleReports.Fruitless;
import io.ahoy.crm.knowledge.ArticleReports.Used;
import io.ahoy.crm.knowledge.Suggestion.Source;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Titles;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class SuggestionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Situation SUPPORT = Situation.of("support", "Support", List.of("en"));

    @TempDir
    Path folder;

    private final Db db;
    private final ArticleReports reports;
    private ArticleSearch search;
    private Articles articles;
    private Suggestions suggestions;
    private UUID billing;
    private UUID devices;
    private UUID invoice;
    private UUID router;
    private UUID phone;

    SuggestionsTest(Db db) {
        this.db = db;
        this.reports = new ArticleReports(db);
    }

    @BeforeEach
    void fill() throws Exception {
        try (Connection sql = db.connection()) {
            for (String table : List.of(
                    "article_use", "article_day", "article_search", "article_text", "article", "article_category")) {
                sql.createStatement().execute("DELETE FROM " + table);
            }
            sql.commit();
        }
        search = ArticleSearch.open(folder, db);
        articles = new Articles(db, search::follow);
        suggestions = new Suggestions(db, search);
        billing = category("Billing", "账单");
        devices = category("Devices", "设备");
        invoice = write(
                billing,
                new Text("en", "Sending an invoice again", "", "Every bill can be sent by mail."),
                new Text("zh", "重新发送发票", "", "账单可以通过邮件发送。"));
        router = write(devices, new Text("en", "The router restarts by itself", "", "Update its firmware first."));
        phone = write(devices, new Text("en", "A cracked screen of the phone", "", "Insurance covers it."));
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void sharedWordsAreTheReason() {
        Suggestion first = suggest(SUPPORT.about("Routers", "Mine keeps restarting. Please send help!"))
                .getFirst();
        assertThat(first.article()).isEqualTo(router);
        assertThat(first.title()).isEqualTo("The router restarts by itself");
        assertThat(first.reasons())
                .containsExactly(
                        new Suggestion.Words(Source.SUBJECT, List.of("Routers")),
                        new Suggestion.Words(Source.TEXT, List.of("restarting")));
    }

    @Test
    void wordsThatHoldASentenceTogetherAreNoReason() {
        write(billing, new Text("en", "What you should do", "", "Do what we have told you, as your neighbours do."));
        assertThat(suggest(SUPPORT.about("What should I do?", "Do you have what my neighbours' is? Was habe ich?")))
                .singleElement()
                .extracting(Suggestion::reasons)
                .isEqualTo(List.of(new Suggestion.Words(Source.TEXT, List.of("neighbours"))));
        assertThat(suggest(SUPPORT.about("What should I do?", ""))).isEmpty();
    }

    @Test
    void aNumberAndASingleLetterAreNoReason() {
        UUID plan = write(billing, new Text("en", "Plan B with 3 lines for 2026", "", "Vitamin C, 5G and route 66."));
        assertThat(suggest(SUPPORT.about("b 3", "2026: c, 66 (3)"))).isEmpty();
        assertThat(suggest(SUPPORT.about("3 lines", "5G"))).singleElement().satisfies(one -> {
            assertThat(one.article()).isEqualTo(plan);
            assertThat(one.reasons())
                    .containsExactlyInAnyOrder(
                            new Suggestion.Words(Source.SUBJECT, List.of("lines")),
                            new Suggestion.Words(Source.TEXT, List.of("5G")));
        });
        UUID chinese = write(devices, new Text("zh", "门坏", "", "坏 了请联系我们。"));
        assertThat(suggest(SUPPORT.about("坏", "")))
                .extracting(Suggestion::article)
                .contains(chinese);
    }

    @Test
    void theNameOfAQueueAddsToWhatWasSaidAndIsNoReasonAlone() {
        Situation mail = Situation.of("mail", "Mail", List.of("en"));
        assertThat(suggest(mail)).isEmpty();
        assertThat(suggest(mail.about("Router", "")))
                .extracting(Suggestion::article)
                .containsExactly(router);
        assertThat(suggest(mail.about("Invoice", "")))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons())
                        .containsExactlyInAnyOrder(
                                new Suggestion.Words(Source.SUBJECT, List.of("Invoice")),
                                new Suggestion.Words(Source.QUEUE, List.of("Mail"))));
    }

    @Test
    void theCustomersLanguageComesFirst() {
        Situation chinese = Situation.of("support", "Support", List.of("zh"));
        Suggestion first = suggest(chinese.about("", "请把发票重新发送给我")).getFirst();
        assertThat(first.article()).isEqualTo(invoice);
        assertThat(first.language()).isEqualTo("zh");
        assertThat(first.reasons().getFirst())
                .isInstanceOfSatisfying(
                        Suggestion.Words.class,
                        words -> assertThat(words.words()).contains("发票"));
    }

    @Test
    void whatTheQueueUsesLatelyIsSuggestedWithoutAWord() {
        assertThat(suggest(SUPPORT)).isEmpty();
        use(phone, ArticleUse.Kind.INSERTED, NOW.minus(Duration.ofDays(3)));
        use(phone, ArticleUse.Kind.OPENED, NOW.minus(Duration.ofDays(2)));
        use(router, ArticleUse.Kind.OPENED, NOW.minus(Duration.ofDays(40)));
        assertThat(suggest(SUPPORT)).singleElement().satisfies(one -> {
            assertThat(one.article()).isEqualTo(phone);
            assertThat(one.reasons()).containsExactly(new Suggestion.UsedInQueue("support", 2, 30));
        });
        assertThat(suggest(Situation.of("sales", "Sales", List.of("en")))).isEmpty();
    }

    @Test
    void whatTheCustomerNeededBeforeIsSuggestedAgain() {
        UUID earlier = UUID.randomUUID();
        reports.used(
                new ArticleUse(phone, Optional.of(ANN), Optional.of(earlier), Optional.empty(), ArticleUse.Kind.LINKED),
                NOW.minus(Duration.ofDays(300)));
        assertThat(suggest(SUPPORT.after(List.of(), List.of(earlier, UUID.randomUUID()))))
                .singleElement()
                .extracting(Suggestion::reasons)
                .isEqualTo(List.of(new Suggestion.UsedWithCustomer(1)));
    }

    @Test
    void theCaseAndTheHistoryCount() {
        Situation withCase = SUPPORT.withCase(Optional.of("billing"), "invoice").after(List.of("screen"), List.of());
        List<Suggestion> both = suggest(withCase);
        assertThat(both).extracting(Suggestion::article).containsExactly(invoice, phone);
        assertThat(both.getFirst().reasons())
                .containsExactly(
                        new Suggestion.Words(Source.CASE, List.of("billing", "invoice")),
                        new Suggestion.SameCategory(billing));
        assertThat(both.getLast().reasons()).containsExactly(new Suggestion.Words(Source.HISTORY, List.of("screen")));
    }

    @Test
    void votesLiftAndSink() {
        UUID twin = write(devices, new Text("en", "The router restarts by itself", "", "Update its firmware first."));
        Situation about = SUPPORT.about("router restarts", "");
        assertThat(suggest(about)).extracting(Suggestion::article).containsExactlyInAnyOrder(router, twin);
        for (int i = 0; i < 5; i++) {
            use(twin, ArticleUse.Kind.HELPFUL, NOW);
            use(router, ArticleUse.Kind.NOT_HELPFUL, NOW);
        }
        List<Suggestion> after = suggest(about);
        assertThat(after).extracting(Suggestion::article).startsWith(twin, router);
        assertThat(after.getFirst().reasons()).contains(new Suggestion.Helpful(5, 5));
        assertThat(after.get(1).reasons()).hasSize(1);
    }

    @Test
    void whatExpiredOrWasDeletedIsNotSuggested() {
        use(phone, ArticleUse.Kind.OPENED, NOW);
        articles.delete(phone, 1, NOW);
        ArticleDraft expired = new ArticleDraft(
                devices,
                Audience.PUBLIC,
                ANN,
                Optional.empty(),
                Optional.of(NOW),
                List.of(new Text("en", "The router restarts by itself", "", "")));
        articles.change(router, 1, expired, ANN, NOW);
        assertThat(suggest(SUPPORT.about("router", "cracked screen"))).isEmpty();
    }

    @Test
    void hostileTextsAreReadAsWords() {
        for (String hostile : List.of(
                "router ".repeat(2_000),
                "<script>router</script> \u0000 \ud83d *:* (((",
                "router\u0301\u202e 👩‍👩‍👧 ' OR 1=1 --",
                "路".repeat(10_000) + " router")) {
            List<Suggestion> found = suggest(SUPPORT.about(hostile, hostile));
            assertThat(found).as(hostile).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(suggest(SUPPORT.about("router ".repeat(2_000), "")))
                .extracting(Suggestion::article)
                .contains(router);
        assertThat(suggestions.suggest(SUPPORT.about("router", ""), 0, NOW)).isEmpty();
    }

    @Test
    void reportsTellWhatIsMissingUsedAndOld() {
        reports.searched("  E-SIM  ", Optional.of("en"), 0, Optional.of(ANN), NOW);
        reports.searched("e-sim", Optional.of("no language"), 0, Optional.empty(), NOW.plusSeconds(5));
        reports.searched("router", Optional.empty(), 3, Optional.empty(), NOW);
        reports.searched("手".repeat(10_000), Optional.empty(), 0, Optional.empty(), NOW);
        reports.searched(" \n ", Optional.empty(), 0, Optional.empty(), NOW);
        assertThat(reports.fruitless(NOW, 10))
                .containsExactly(new Fruitless("e-sim", 2, NOW.plusSeconds(5)), new Fruitless("手".repeat(512), 1, NOW));
        assertThat(reports.fruitless(NOW.plusSeconds(6), 10)).isEmpty();

        use(phone, ArticleUse.Kind.OPENED, NOW);
        use(phone, ArticleUse.Kind.OPENED, NOW.minus(Duration.ofDays(1)));
        use(router, ArticleUse.Kind.INSERTED, NOW);
        use(router, ArticleUse.Kind.NOT_HELPFUL, NOW);
        assertThat(reports.used(NOW.minus(Duration.ofDays(1)), 10))
                .containsExactly(new Used(phone, 2, 0, 0, 0, 0), new Used(router, 0, 1, 0, 0, 1));
        assertThat(reports.used(
                        new ArticleUse(
                                UUID.randomUUID(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                ArticleUse.Kind.OPENED),
                        NOW))
                .isFalse();

        assertThat(reports.dueForReview(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
        ArticleDraft due = new ArticleDraft(
                devices,
                Audience.PUBLIC,
                ANN,
                Optional.of(NOW),
                Optional.empty(),
                List.of(new Text("en", "Old", "", "")));
        articles.change(phone, 1, due, ANN, NOW);
        assertThat(reports.dueForReview(NOW.plus(Duration.ofDays(1)), 10))
                .extracting(Article::id)
                .containsExactly(phone);
    }

    private List<Suggestion> suggest(Situation situation) {
        List<Suggestion> found = suggestions.suggest(situation, 5, NOW);
        assertThat(suggestions.suggest(situation, 5, NOW)).isEqualTo(found);
        assertThat(found).allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
        return found;
    }

    private void use(UUID article, ArticleUse.Kind kind, Instant at) {
        assertThat(reports.used(
                        new ArticleUse(article, Optional.of(ANN), Optional.empty(), Optional.of("support"), kind), at))
                .isTrue();
    }

    private UUID category(String en, String zh) {
        UUID id = UUID.randomUUID();
        new ArticleCategories(db)
                .put(new ArticleCategory(id, Optional.empty(), 1, new Titles(en, zh), ArticleCategory.Kind.SERVICE));
        return id;
    }

    private UUID write(UUID category, Text... texts) {
        ArticleDraft draft =
                new ArticleDraft(category, Audience.PUBLIC, ANN, Optional.empty(), Optional.empty(), List.of(texts));
        return ((Articles.Stored) articles.create(draft, ANN, NOW)).article().id();
    }
}
