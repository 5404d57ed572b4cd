package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.ArticleDocuments.Key;
import io.ahoy.crm.knowledge.ArticleDocuments.Shown;
import io.ahoy.crm.knowledge.ArticleSearch.Scored;
import io.ahoy.crm.knowledge.Suggestion.Reason;
import io.ahoy.crm.knowledge.UseMapper.Times;
import io.ahoy.crm.knowledge.UseMapper.Votes;
import io.ahoy.crm.store.Db;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Weight;

/**
 * Which articles may help in a situation: those that share its words, those that others took up in its queue lately, and those that
 * this customer's contacts needed before. The same situation at the same moment gives the same list.
 */
public final class Suggestions {
    public static final int LIMIT_MAX = 20;

    /** Uses longer ago say little of what customers ask now. */
    private static final int DAYS = 30;

    private static final int BY_WORDS_MAX = 40;
    private static final int BY_USE_MAX = 20;
    private static final int EARLIER_MAX = 20;
    private static final int WORDS_SHOWN_MAX = 5;
    /** Of the articles that are shown, in all their languages. */
    private static final int TEXTS_MAX = LIMIT_MAX * DraftCheck.LANGUAGES_MAX;

    /** The best fit of words counts 1, and everything else in relation to that. */
    private static final double BY_QUEUE = 0.4;

    private static final double BY_CUSTOMER = 0.3;
    private static final double BY_CATEGORY = 0.15;
    private static final double BY_VOTES = 0.2;

    /** So many votes of neither side are added, so that the first one decides nothing. */
    private static final double DOUBT = 4;

    private final Db db;
    private final ArticleSearch search;
    private final ArticleCategories categories;

    public Suggestions(Db db, ArticleSearch search) {
        this.db = db;
        this.search = search;
        this.categories = new ArticleCategories(db);
    }

    /** Best first, for an agent: internal articles too. */
    public List<Suggestion> suggest(Situation situation, int limit, Instant now) {
        Uses uses = uses(situation, now);
        Set<UUID> sameCategory = situation.caseCategory().map(this::titled).orElse(Set.of());
        Found found = search.look(searcher -> {
            Optional<Query> words = SituationQuery.of(situation, searcher.getIndexReader());
            return new Found(words, candidates(searcher, words, situation, uses, now));
        });
        // Between two looks: whoever looks keeps files of the index open, and the database may take its time.
        Map<UUID, Votes> votes = votes(found.candidates(), now);
        double best =
                found.candidates().stream().mapToDouble(Candidate::fit).max().orElse(0);
        List<Judged> judged = found.candidates().stream()
                .map(candidate -> judge(candidate, best, situation, uses, votes, sameCategory))
                .sorted(Judged.BEST_FIRST)
                .limit(Math.max(0, Math.min(limit, LIMIT_MAX)))
                .toList();
        return search.look(searcher -> complete(searcher, found.words(), judged));
    }

    private record Found(Optional<Query> words, List<Candidate> candidates) {}

    /** How often articles were taken up, in the queue lately and with the customer. */
    private record Uses(Map<UUID, Integer> inQueue, Map<UUID, Integer> withCustomer) {
        Set<UUID> articles() {
            Set<UUID> articles = new HashSet<>(inQueue.keySet());
            articles.addAll(withCustomer.keySet());
            return articles;
        }

        int inQueueMax() {
            return inQueue.values().stream().mapToInt(times -> times).max().orElse(0);
        }
    }

    /** @param fit how well the words fit; 0: it is here for its uses */
    private record Candidate(Key key, double fit) {}

    private record Judged(Candidate candidate, Weighed weighed) {
        static final Comparator<Judged> BEST_FIRST = Comparator.comparingDouble((Judged one) -> one.weighed().sum)
                .reversed()
                .thenComparing(one -> one.candidate().key().article());
    }

    private Uses uses(Situation situation, Instant now) {
        List<UUID> earlier = situation.earlier().stream().limit(EARLIER_MAX).toList();
        return db.call(session -> new Uses(
                situation
                        .queue()
                        .map(queue -> times(mapper(session).inQueue(queue, since(now), BY_USE_MAX)))
                        .orElse(Map.of()),
                earlier.isEmpty() ? Map.of() : times(mapper(session).beside(earlier))));
    }

    private static List<Candidate> candidates(
            IndexSearcher searcher, Optional<Query> words, Situation situation, Uses uses, Instant now)
            throws IOException {
        Query visible = ArticleDocuments.visible(ArticleFilter.NONE, now);
        List<Candidate> candidates = new ArrayList<>();
        Set<UUID> more = uses.articles();
        if (words.isPresent()) {
            Query fitting = both(words.get(), visible);
            for (Scored one : ArticleSearch.best(searcher, fitting, situation.languages(), BY_WORDS_MAX)) {
                candidates.add(new Candidate(one.key(), one.score()));
                more.remove(one.key().article());
            }
        }
        if (!more.isEmpty()) {
            Query used = both(ArticleDocuments.articles(more), visible);
            for (Scored one : ArticleSearch.best(searcher, used, situation.languages(), more.size())) {
                candidates.add(new Candidate(one.key(), 0));
            }
        }
        return candidates;
    }

    private Map<UUID, Votes> votes(List<Candidate> candidates, Instant now) {
        List<UUID> ids =
                candidates.stream().map(candidate -> candidate.key().article()).toList();
        return ids.isEmpty()
                ? Map.of()
                : db.call(session -> mapper(session).votes(ids, since(now)).stream()
                        .collect(Collectors.toMap(Votes::article, Function.identity())));
    }

    /** The categories with this title in any of its languages. */
    private Set<UUID> titled(String title) {
        return categories.all().stream()
                .filter(category -> category.title().en().equalsIgnoreCase(title.strip())
                        || category.title().zh().equalsIgnoreCase(title.strip()))
                .map(ArticleCategory::id)
                .collect(Collectors.toSet());
    }

    private static Judged judge(
            Candidate candidate,
            double best,
            Situation situation,
            Uses uses,
            Map<UUID, Votes> votes,
            Set<UUID> sameCategory) {
        Key key = candidate.key();
        Weighed weighed = new Weighed(candidate.fit() > 0 ? candidate.fit() / best : 0);
        Optional.ofNullable(uses.inQueue().get(key.article()))
                .ifPresent(times -> weighed.add(
                        // The second hundred says less than the first.
                        BY_QUEUE * Math.log1p(times) / Math.log1p(uses.inQueueMax()),
                        new Suggestion.UsedInQueue(situation.queue().orElseThrow(), times, DAYS)));
        Optional.ofNullable(uses.withCustomer().get(key.article()))
                .ifPresent(contacts -> weighed.add(BY_CUSTOMER, new Suggestion.UsedWithCustomer(contacts)));
        if (sameCategory.contains(key.category())) {
            weighed.add(BY_CATEGORY, new Suggestion.SameCategory(key.category()));
        }
        Optional.ofNullable(votes.get(key.article())).ifPresent(given -> weigh(given, weighed));
        return new Judged(candidate, weighed);
    }

    /**
     * Which words were found is looked up for those alone that are shown: it takes as long as finding them. A text that was changed or
     * deleted since may have no reason any more, and is left out.
     */
    private static List<Suggestion> complete(IndexSearcher searcher, Optional<Query> words, List<Judged> judged)
            throws IOException {
        Optional<Weight> weight =
                words.isPresent() ? Optional.of(SituationQuery.weight(searcher, words.get())) : Optional.empty();
        Map<Key, Integer> docs = docs(searcher, judged);
        List<Suggestion> suggestions = new ArrayList<>();
        for (Judged one : judged) {
            Key key = one.candidate().key();
            Optional<Integer> doc = Optional.ofNullable(docs.get(key));
            if (doc.isEmpty()) {
                continue;
            }
            if (one.candidate().fit() > 0 && weight.isPresent()) {
                SituationQuery.found(searcher, weight.get(), doc.get())
                        .forEach((source, found) -> one.weighed()
                                .shared(new Suggestion.Words(
                                        source,
                                        found.stream().limit(WORDS_SHOWN_MAX).toList())));
            }
            Shown text = Shown.read(searcher, doc.get());
            suggestions.add(new Suggestion(
                    key.article(),
                    key.language(),
                    key.audience(),
                    text.title(),
                    text.summary(),
                    Math.max(0, one.weighed().sum),
                    one.weighed().reasons()));
        }
        return suggestions.stream().filter(one -> !one.reasons().isEmpty()).toList();
    }

    /** Where each text stands in the index as it is now. */
    private static Map<Key, Integer> docs(IndexSearcher searcher, List<Judged> judged) throws IOException {
        Set<UUID> articles =
                judged.stream().map(one -> one.candidate().key().article()).collect(Collectors.toSet());
        Map<Key, Integer> docs = new HashMap<>();
        if (!articles.isEmpty()) {
            for (ScoreDoc found : searcher.search(ArticleDocuments.articles(articles), TEXTS_MAX).scoreDocs) {
                docs.put(Key.read(searcher, found.doc), found.doc);
            }
        }
        return docs;
    }

    /** Being found unhelpful is no reason, but it counts. */
    private static void weigh(Votes given, Weighed weighed) {
        int all = given.helpful() + given.notHelpful();
        double share = (given.helpful() + DOUBT / 2) / (all + DOUBT);
        double weight = BY_VOTES * (2 * share - 1);
        if (weight > 0) {
            weighed.add(weight, new Suggestion.Helpful(given.helpful(), all));
        } else {
            weighed.sum += weight;
        }
    }

    /** What speaks for an article, and how much. */
    private static final class Weighed {
        private final Map<Reason, Double> reasons = new LinkedHashMap<>();
        private final double fit;
        private double sum;

        Weighed(double fit) {
            this.fit = fit;
            this.sum = fit;
        }

        void add(double weight, Reason reason) {
            reasons.put(reason, weight);
            sum += weight;
        }

        /** One fit, told by where its words were said. */
        void shared(Suggestion.Words words) {
            reasons.put(words, fit);
        }

        List<Reason> reasons() {
            List<Reason> heaviest = new ArrayList<>(reasons.keySet());
            // Stable, so that equal ones stay in the order in which they were found.
            heaviest.sort(Comparator.comparingDouble((Reason reason) -> reasons.getOrDefault(reason, 0.0))
                    .reversed());
            return heaviest;
        }
    }

    private static Query both(Query scoring, Query filter) {
        return new BooleanQuery.Builder()
                .add(scoring, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Map<UUID, Integer> times(List<Times> rows) {
        Map<UUID, Integer> times = new HashMap<>();
        rows.forEach(row -> times.put(row.article(), row.times()));
        return times;
    }

    private static LocalDate since(Instant now) {
        return ArticleReports.day(now.minus(Duration.ofDays(DAYS)));
    }

    private static UseMapper mapper(SqlSession session) {
        return session.getMapper(UseMapper.class);
    }
}
