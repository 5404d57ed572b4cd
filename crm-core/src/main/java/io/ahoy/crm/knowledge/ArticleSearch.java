package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.ArticleDocuments.Key;
import io.ahoy.crm.store.Db;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds articles by their words, as one types. */
public final class ArticleSearch implements AutoCloseable {
    public static final int LIMIT_MAX = 100;

    /** Lucene's hint that an option of the JVM would make vectors quicker, of which there are none here; kept, because levels are else lost. */
    private static final java.util.logging.Logger VECTORS =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(java.util.logging.Level.SEVERE);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSearch.class);

    /** What is in a language of who asks goes before the same in another, not before what fits far better. */
    private static final double OTHER_OWN_LANGUAGE = 0.8;

    private static final double FOREIGN_LANGUAGE = 0.4;

    private final ArticleIndex index;
    private final SynonymLists lists;
    /** First come, first served. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private volatile ArticleQuery queries;

    private ArticleSearch(ArticleIndex index, SynonymLists lists) {
        this.index = index;
        this.lists = lists;
        this.queries = new ArticleQuery(new Synonyms(lists.read()));
    }

    /**
     * Opens the index and brings it up to date, which takes seconds where it has to be written anew.
     *
     * @param folder the index's own; may be missing, or be deleted while Ahoy is not running
     * @throws UncheckedIOException when it can't be written there, or another Ahoy uses it
     */
    public static ArticleSearch open(Path folder, Db db) {
        try {
            return new ArticleSearch(ArticleIndex.open(folder, db), new SynonymLists(db));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The index of the articles in " + folder + " can't be used: " + e.getMessage()
                            + ". Make the folder writable, and let only one Ahoy use it; it may be deleted at any time.",
                    e);
        }
    }

    /**
     * What is asked.
     *
     * @param text words of any language; only the first 512 characters count
     * @param languages that who asks can use, BCP 47, the best first; empty: any
     * @param filter of {@link Audience#PUBLIC} where a customer asks
     * @param limit at most {@link #LIMIT_MAX} count
     */
    public record Asked(String text, List<String> languages, ArticleFilter filter, int limit) {
        public Asked {
            languages = List.copyOf(languages);
            limit = Math.min(limit, LIMIT_MAX);
        }
    }

    /** Best first; none when there is no word in what is asked. */
    public List<ArticleHit> search(Asked asked, Instant now) {
        Optional<Query> query = queries.of(asked.text());
        if (query.isEmpty() || asked.limit() <= 0) {
            return List.of();
        }
        Query visible = new BooleanQuery.Builder()
                .add(query.get(), Occur.MUST)
                .add(ArticleDocuments.visible(asked.filter(), now), Occur.FILTER)
                .build();
        // Nothing but computing: more at once than processors would only make each of them late.
        turns.acquireUninterruptibly();
        try {
            return look(searcher -> {
                List<Scored> best = best(searcher, visible, asked.languages(), asked.limit());
                Map<Integer, Excerpts.Marked> marked = marked(searcher, query.get(), best);
                List<ArticleHit> hits = new ArrayList<>();
                for (Scored one : best) {
                    hits.add(hit(one, Objects.requireNonNull(marked.get(one.doc()))));
                }
                return hits;
            });
        } finally {
            turns.release();
        }
    }

    /** Tells that an article was made, changed or deleted; whoever searches afterwards finds it as it is. */
    public void follow(UUID article) {
        try {
            index.follow(article);
        } catch (IOException e) {
            // The change itself is stored, and the next start follows all that was missed.
            LOG.error("Article {} is stored, but the index could not follow it until Ahoy starts again", article, e);
        }
    }

    /** Everything anew from the database. */
    public void rebuild() {
        try {
            index.rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the articles could not be written anew: " + e.getMessage(), e);
        }
    }

    /** Lists of phrases that mean the same, in any languages. */
    public List<List<String>> synonyms() {
        return lists.read();
    }

    /**
     * Puts these in the place of all lists there were; the next search knows them.
     *
     * @throws IllegalArgumentException when one of them can't be kept; the message says which
     */
    public void replaceSynonyms(List<List<String>> synonyms, Instant now) {
        lists.replace(synonyms, now);
        queries = new ArticleQuery(new Synonyms(synonyms));
    }

    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the articles could not be closed: " + e.getMessage(), e);
        }
    }

    /**
     * A text and how well it fits.
     *
     * @param doc its number in the index as it is looked at
     */
    record Scored(Key key, int doc, double score) {
        static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(one -> one.key().article());
    }

    /** Of each article the language that fits best. */
    static List<Scored> best(IndexSearcher searcher, Query query, List<String> languages, int limit)
            throws IOException {
        Map<UUID, Scored> byArticle = new LinkedHashMap<>();
        // An article may be found in several languages, and its own language may lift one that came late.
        for (ScoreDoc doc : searcher.search(query, 2 * limit + 10).scoreDocs) {
            Key key = Key.read(searcher, doc.doc);
            Scored scored = new Scored(key, doc.doc, doc.score * readability(key, languages));
            byArticle.merge(key.article(), scored, (a, b) -> b.score() > a.score() ? b : a);
        }
        return byArticle.values().stream()
                .sorted(Scored.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static double readability(Key text, List<String> languages) {
        if (languages.isEmpty() || text.isIn(languages.getFirst())) {
            return 1;
        }
        return languages.stream().anyMatch(text::isIn) ? OTHER_OWN_LANGUAGE : FOREIGN_LANGUAGE;
    }

    <T> T look(ArticleIndex.Look<T> look) {
        try {
            return index.look(look);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the articles can't be read: " + e.getMessage(), e);
        }
    }

    private static Map<Integer, Excerpts.Marked> marked(IndexSearcher searcher, Query query, List<Scored> found)
            throws IOException {
        Map<SearchLanguage, List<Integer>> byLanguage = new EnumMap<>(SearchLanguage.class);
        found.forEach(one -> byLanguage
                .computeIfAbsent(SearchLanguage.of(one.key().language()), any -> new ArrayList<>())
                .add(one.doc()));
        Map<Integer, Excerpts.Marked> marked = new HashMap<>();
        for (Map.Entry<SearchLanguage, List<Integer>> one : byLanguage.entrySet()) {
            marked.putAll(Excerpts.of(searcher, one.getKey(), query, one.getValue()));
        }
        return marked;
    }

    private static ArticleHit hit(Scored one, Excerpts.Marked marked) {
        return new ArticleHit(
                one.key().article(),
                one.key().language(),
                one.key().audience(),
                one.key().category(),
                marked.title(),
                marked.body(),
                one.score());
    }
}
