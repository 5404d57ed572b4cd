package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.ArticleCategory.Kind;
import io.ahoy.crm.knowledge.ArticleDraft.Text;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Titles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the demo team knows about the shop it works for: forty articles in English and Chinese, with the same ids everywhere. They stand
 * in {@code demo/*.md}. A line {@code === category AUDIENCE review=DAYS expires=DAYS} begins an article, {@code --- language} one of
 * its texts, which has a line {@code # title}, a line {@code > summary} and then the body.
 */
public final class DemoArticles {
    /** Ids are made as if on this day, so that they are the same everywhere. */
    private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");

    private static final List<String> FILES =
            List.of("marketing", "billing", "delivery", "account", "internet", "phones");

    private static final List<ArticleCategory> CATEGORIES = List.of(
            category(1, 0, "Marketing", "市场", Kind.MARKETING),
            category(2, 0, "Service", "服务", Kind.SERVICE),
            category(3, 0, "Products", "产品", Kind.PRODUCT),
            category(4, 1, "Offers and campaigns", "优惠活动", Kind.MARKETING),
            category(5, 2, "Invoices and payment", "账单与付款", Kind.SERVICE),
            category(6, 2, "Delivery and returns", "配送与退货", Kind.SERVICE),
            category(7, 2, "Account and contract", "账户与合同", Kind.SERVICE),
            category(8, 3, "Internet and routers", "宽带与路由器", Kind.PRODUCT),
            category(9, 3, "Phones and accessories", "手机与配件", Kind.PRODUCT));

    private static final Map<String, UUID> BY_NAME = Map.of(
            "offers", categoryId(4),
            "billing", categoryId(5),
            "delivery", categoryId(6),
            "account", categoryId(7),
            "internet", categoryId(8),
            "phones", categoryId(9));

    private static final List<List<String>> SYNONYMS = List.of(
            List.of("mobile", "cell phone", "phone", "Handy", "手机"),
            List.of("invoice", "bill", "Rechnung", "发票", "账单"),
            List.of("return", "send back", "Rückgabe", "退货"),
            List.of("refund", "money back", "Erstattung", "退款"),
            List.of("Wi-Fi", "wifi", "WLAN", "无线网络"),
            List.of("cancel", "give notice", "Kündigung", "解约"));

    private final Articles articles;
    private final Instant now;
    private int number;

    private DemoArticles(Articles articles, Instant now) {
        this.articles = articles;
        this.now = now;
    }

    /** Does nothing when there is a category already. To be called before the index is opened, which then finds them. */
    public static void fill(Db db, Instant now) {
        ArticleCategories categories = new ArticleCategories(db);
        if (!categories.all().isEmpty()) {
            return;
        }
        CATEGORIES.forEach(categories::put);
        new SynonymLists(db).replace(SYNONYMS, now);
        DemoArticles demo = new DemoArticles(new Articles(db, noIndexYet -> {}), now);
        FILES.forEach(file -> demo.write(read(file)));
    }

    private void write(String file) {
        for (String article : file.split("(?m)^=== ")) {
            if (!article.isBlank()) {
                int end = article.indexOf('\n');
                store(article.substring(0, end).split(" "), article.substring(end + 1));
            }
        }
    }

    private void store(String[] head, String texts) {
        Map<String, Integer> days = new HashMap<>();
        for (int i = 2; i < head.length; i++) {
            String[] one = head[i].split("=");
            days.put(one[0], Integer.parseInt(one[1]));
        }
        ArticleDraft draft = new ArticleDraft(
                Objects.requireNonNull(BY_NAME.get(head[0]), head[0]),
                Audience.valueOf(head[1]),
                DemoTeam.SARA.id(),
                after(days, "review"),
                after(days, "expires"),
                texts(texts));
        UUID id = UuidV7.of(EPOCH, 'k', ++number);
        Articles.Outcome outcome = articles.create(id, draft, DemoTeam.SARA.id(), now);
        if (!(outcome instanceof Articles.Stored)) {
            throw new IllegalStateException("Article " + number + " of the demo is not stored: " + outcome);
        }
    }

    private Optional<Instant> after(Map<String, Integer> days, String key) {
        return Optional.ofNullable(days.get(key)).map(count -> now.plus(Duration.ofDays(count)));
    }

    private static List<Text> texts(String article) {
        List<Text> texts = new ArrayList<>();
        for (String text : article.split("(?m)^--- ")) {
            if (!text.isBlank()) {
                String[] lines = text.split("\n", 4);
                texts.add(new Text(lines[0], lines[1].substring(2), lines[2].substring(2), lines[3].strip()));
            }
        }
        return texts;
    }

    private static String read(String name) {
        try (InputStream file =
                Objects.requireNonNull(DemoArticles.class.getResourceAsStream("demo/" + name + ".md"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's articles can't be read: " + e.getMessage(), e);
        }
    }

    /** @param parent 0: none */
    private static ArticleCategory category(int number, int parent, String en, String zh, Kind kind) {
        Optional<UUID> above = parent == 0 ? Optional.empty() : Optional.of(categoryId(parent));
        return new ArticleCategory(categoryId(number), above, number, new Titles(en, zh), kind);
    }

    private static UUID categoryId(int number) {
        return UuidV7.of(EPOCH, 'n', number);
    }
}
