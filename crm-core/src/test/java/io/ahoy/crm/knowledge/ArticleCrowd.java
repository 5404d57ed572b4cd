package io.ahoy.crm.knowledge;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many articles with texts of the length and the distribution of words of real ones, the same for the same seed: a few words are in most
 * texts, most are in few. Every article is in English, each second in German too and each third in Chinese.
 */
public final class ArticleCrowd {
    private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");
    private static final int VOCABULARY = 8_000;
    private static final int BATCH = 500;
    private static final List<String> ENGLISH = List.of(
            "router",
            "invoice",
            "return",
            "delivery",
            "password",
            "contract",
            "screen",
            "phone",
            "refund",
            "update",
            "customer",
            "order",
            "warranty",
            "repair",
            "account",
            "tariff",
            "number",
            "voucher",
            "battery",
            "network");
    private static final List<String> GERMAN = List.of(
            "Rechnung",
            "Rückgabe",
            "Lieferung",
            "Passwort",
            "Vertrag",
            "Bildschirm",
            "Telefon",
            "Erstattung",
            "Größe",
            "Kunde",
            "Bestellung",
            "Garantie",
            "Reparatur",
            "Konto",
            "Tarif",
            "Gutschein",
            "Akku",
            "Netz",
            "Straße");
    private static final List<String> CHINESE = List.of(
            "路由器", "发票", "退货", "政策", "手机", "屏幕", "密码", "合同", "退款", "更新", "客户", "订单", "保修", "维修", "账户", "套餐", "号码",
            "优惠券", "电池", "网络", "请", "我们", "可以", "需要", "如果", "您", "的", "在", "和", "后");

    private final Random random;
    private final UUID author;

    public ArticleCrowd(long seed, UUID author) {
        this.random = new Random(seed);
        this.author = author;
    }

    /** Writes them without telling any index. */
    public void fill(Db db, int articles) {
        UUID category = UuidV7.of(EPOCH, 0, random.nextLong());
        new ArticleCategories(db)
                .put(new ArticleCategory(
                        category, Optional.empty(), 1, new Titles("Crowd", "众"), ArticleCategory.Kind.SERVICE));
        for (int from = 0; from < articles; from += BATCH) {
            int size = Math.min(BATCH, articles - from);
            db.runBatch(session ->
                    IntStream.range(0, size).forEach(i -> insert(session.getMapper(ArticleMapper.class), category)));
        }
    }

    /** Words as somebody would type them: one to four that are in articles, the last of them begun. */
    public String query() {
        int language = random.nextInt(3);
        String text = language == 2 ? chinese(1 + random.nextInt(3)) : words(1 + random.nextInt(4), language == 1);
        return text.substring(0, Math.max(1, text.length() - random.nextInt(3)));
    }

    /** What a customer might write. */
    public String message() {
        return random.nextInt(3) == 0 ? chinese(120) : words(150, random.nextBoolean());
    }

    private void insert(ArticleMapper mapper, UUID category) {
        UUID id = UuidV7.of(EPOCH, random.nextLong(), random.nextLong());
        Audience audience = random.nextInt(4) == 0 ? Audience.INTERNAL : Audience.PUBLIC;
        mapper.insert(
                id, new ArticleDraft(category, audience, author, Optional.empty(), Optional.empty(), List.of()), EPOCH);
        mapper.insertText(id, "en", 1, words(6, false), words(15, false), words(120, false), EPOCH, author);
        if (random.nextInt(2) == 0) {
            mapper.insertText(id, "de", 1, words(6, true), words(15, true), words(120, true), EPOCH, author);
        }
        if (random.nextInt(3) == 0) {
            mapper.insertText(id, "zh", 1, chinese(6), chinese(15), chinese(100), EPOCH, author);
        }
    }

    private String words(int count, boolean german) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rank = rank();
            List<String> known = german ? GERMAN : ENGLISH;
            words.add(rank < known.size() ? known.get(rank) : made(rank) + (i % 12 == 11 ? "." : ""));
        }
        return String.join(" ", words);
    }

    private String chinese(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int rank = rank();
                    return rank < CHINESE.size() ? CHINESE.get(rank) : made(CHINESE, rank) + (i % 12 == 11 ? "。" : "");
                })
                .collect(Collectors.joining());
    }

    /** Zipf's law: the chance of a rank falls with it. */
    private int rank() {
        return (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1;
    }

    private static String made(int rank) {
        List<String> syllables =
                List.of("ba", "ter", "ni", "lo", "sek", "mi", "ran", "du", "fo", "gel", "pa", "ri", "on", "tu");
        return made(syllables, rank);
    }

    private static String made(List<String> parts, int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left /= parts.size()) {
            word.append(parts.get(left % parts.size()));
        }
        return word.toString();
    }
}
