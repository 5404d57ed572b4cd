package io.ahoy.router.channel.email.reply;

import io.ahoy.crm.knowledge.ArticleBody;
import io.ahoy.crm.knowledge.ArticleFilter;
import io.ahoy.crm.knowledge.ArticleHit;
import io.ahoy.crm.knowledge.ArticleSearch;
import io.ahoy.crm.knowledge.Articles;
import io.ahoy.crm.knowledge.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The knowledge base, as far as it is for customers. */
public final class PublicArticles implements HelpfulArticles {
    private static final Logger LOG = LoggerFactory.getLogger(PublicArticles.class);
    private static final int TEXT_MAX = 2_000;
    /** One word is in many texts, and says too little of what is asked; Chinese words are two characters long, mostly. */
    private static final int WORDS_MIN = 2;

    private static final int WORD_OF_CHARACTERS = 2;

    private final ArticleSearch search;
    private final Articles articles;

    public PublicArticles(ArticleSearch search, Articles articles) {
        this.search = search;
        this.articles = articles;
    }

    @Override
    public Optional<Article> about(String subject, String language, Instant now) {
        if (words(subject) < WORDS_MIN) {
            return Optional.empty();
        }
        ArticleFilter forCustomers = new ArticleFilter(Set.of(), Optional.of(language), Optional.of(Audience.PUBLIC));
        try {
            // A space ends the last word: it is not the beginning of another.
            List<ArticleHit> hits =
                    search.search(new ArticleSearch.Asked(subject + " ", List.of(language), forCustomers, 2), now);
            return hits.size() == 1 ? article(hits.getFirst()) : Optional.empty();
        } catch (RuntimeException e) {
            // An acknowledgement without an article is better than none.
            LOG.warn("No article is suggested to a customer: the search fails", e);
            return Optional.empty();
        }
    }

    private static long words(String subject) {
        long characters = subject.codePoints().filter(Character::isIdeographic).count();
        return characters == 0 ? subject.strip().split("\\s+").length : characters / WORD_OF_CHARACTERS;
    }

    private Optional<Article> article(ArticleHit hit) {
        return articles.get(hit.article())
                .flatMap(found -> found.text(hit.language()))
                .map(text -> {
                    String plain = ArticleBody.plain(text.body()).strip();
                    String cut = plain.codePointCount(0, plain.length()) <= TEXT_MAX
                            ? plain
                            : plain.substring(0, plain.offsetByCodePoints(0, TEXT_MAX)) + "…";
                    return new Article(hit.article(), text.title(), cut);
                });
    }
}
