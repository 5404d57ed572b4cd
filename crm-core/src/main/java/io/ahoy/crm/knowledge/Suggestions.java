package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.ArticleDocuments.Found;
import io.ahoy.crm.knowledge.ArticleSearch.Scored;
import io.ahoy.crm.knowledge.Suggestion.Reason;
import io.ahoy.crm.knowledge.Suggestion.Source;
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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.ibatis.session.SqlSession;

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
        List<Candidate> candidates = search.look(searcher -> candidates(searcher, situation, uses, now));
        Map<UUID, Votes> votes = votes(candidates, now);
        Set<UUID> sameCategory = situation.caseCategory().map(this::titled).orElse(Set.of());
        double best = candidates.stream().mapToDouble(Candidate::fit).max().orElse(0);
        return candidates.stream()
                .map(candidate -> judge(candidate, best, situation, uses, votes, sameCategory))
                .sorted(Comparator.comparingDouble(Suggestion::score)
                        .reversed()
                        .thenComparing(Suggestion::article))
                .limit(Math.min(limit, LIMIT_MAX))
                .toList();
    }

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

    /**
     * @param fit how well the words fit; 0: it is here for its uses
     * @param words that it shares, by where they were said
     */
    private record Candidate(Found text, double fit, Map<Source, Set<String>> words) {}

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
            IndexSearcher searcher, Situation situation, Uses uses, Instant now) throws IOException {
        Query visible = ArticleDocuments.visible(false, Set.of(), now);
        Map<UUID, Candidate> candidates = new LinkedHashMap<>();
        Optional<Query> words = SituationQuery.of(situation, searcher.getIndexReader());
        if (words.isPresent()) {
            for (Scored one : ArticleSearch.best(
                    searcher, both(words.get(), visible), situation.language(), BY_WORDS_MAX)) {
                Map<Source, Set<String>> found = SituationQuery.found(searcher, words.get(), one.doc());
                candidates.put(one.text().article(), new Candidate(one.text(), one.score(), found));
            }
        }
        Set<UUID> more = uses.articles();
        more.removeAll(candidates.keySet());
        if (!more.isEmpty()) {
            Query used = both(ArticleDocuments.articles(more), visible);
            for (Scored one : ArticleSearch.best(searcher, used, situation.language(), more.size())) {
                candidates.put(one.text().article(), new Candidate(one.text(), 0, Map.of()));
            }
        }
        return List.copyOf(candidates.values());
    }

    private Map<UUID, Votes> votes(List<Candidate> candidates, Instant now) {
        List<UUID> ids =
                candidates.stream().map(candidate -> candidate.text().article()).toList();
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

    private static Suggestion judge(
            Candidate candidate,
            double best,
            Situation situation,
            Uses uses,
            Map<UUID, Votes> votes,
            Set<UUID> sameCategory) {
        Found text = candidate.text();
        Weighed weighed = new Weighed();
        words(candidate, best, weighed);
        Optional.ofNullable(uses.inQueue().get(text.article()))
                .ifPresent(times -> weighed.add(
                        // The second hundred says less than the first.
                        BY_QUEUE * Math.log1p(times) / Math.log1p(uses.inQueueMax()),
                        new Suggestion.UsedInQueue(situation.queue().orElseThrow(), times, DAYS)));
        Optional.ofNullable(uses.withCustomer().get(text.article()))
                .ifPresent(contacts -> weighed.add(BY_CUSTOMER, new Suggestion.UsedWithCustomer(contacts)));
        if (sameCategory.contains(text.category())) {
            weighed.add(BY_CATEGORY, new Suggestion.SameCategory(text.category()));
        }
        Optional.ofNullable(votes.get(text.article())).ifPresent(given -> weigh(given, weighed));
        return new Suggestion(
                text.article(),
                text.language(),
                text.audience(),
                text.title(),
                text.summary(),
                Math.max(0, weighed.sum),
                weighed.reasons());
    }

    private static void words(Candidate candidate, double best, Weighed weighed) {
        if (candidate.fit() > 0) {
            double left = candidate.fit() / best;
            for (Source source : Source.values()) {
                Set<String> words = candidate.words().getOrDefault(source, Set.of());
                if (!words.isEmpty()) {
                    weighed.add(
                            left,
                            new Suggestion.Words(
                                    source, words.stream().limit(WORDS_SHOWN_MAX).toList()));
                    // One fit, told by where its words were said.
                    left = 0;
                }
            }
        }
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

    private static final class Weighed {
        private final Map<Reason, Double> reasons = new LinkedHashMap<>();
        private double sum;

        void add(double weight, Reason reason) {
            reasons.put(reason, weight);
            sum += weight;
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
