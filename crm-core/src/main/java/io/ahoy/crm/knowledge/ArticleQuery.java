package io.ahoy.crm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/**
 * Turns what is typed into a query. It is words and nothing else: no sign in it has a meaning, so no input is wrong, and none is
 * dearer than its length, which is bounded.
 */
final class ArticleQuery {
    /** Of one language; more words than that no article has to have. */
    private static final int WORDS_MAX = 32;

    private static final float TITLE = 4;

    private final Synonyms synonyms;

    ArticleQuery(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    /** Empty when there is no word in it. The last word counts as its beginning too, unless a space ends it. */
    Optional<Query> of(String typed) {
        String text = SearchText.cut(typed, SearchText.LENGTH_MAX);
        Asked asked = Asked.of(text);
        List<Query> languages = Stream.of(SearchLanguage.values())
                .filter(language -> language.canHold(text))
                .flatMap(language -> in(language, asked).stream())
                .toList();
        return languages.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(languages, 0.1f));
    }

    /**
     * What is asked.
     *
     * @param head all but the last word
     * @param last the last run without a space
     * @param begun the beginning of a word that {@code last} may be; empty: it is none
     */
    private record Asked(String head, String last, Optional<String> begun) {
        static Asked of(String text) {
            int cut = text.length();
            while (cut > 0 && !Character.isWhitespace(text.charAt(cut - 1))) {
                cut--;
            }
            String last = text.substring(cut);
            List<String> words = Synonyms.words(SearchLanguage.ANY.analyzer(), last);
            return new Asked(
                    text.substring(0, cut), last, words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty());
        }
    }

    /** Most of the words must be somewhere in the text; those in its title count for more. */
    private Optional<Query> in(SearchLanguage language, Asked asked) {
        List<Query> words = words(language, language.all(), asked);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(most(words), Occur.MUST);
        words(language, language.title(), asked).forEach(word -> query.add(new BoostQuery(word, TITLE), Occur.SHOULD));
        if (language == SearchLanguage.ANY) {
            // What has rules of its own has been asked by them; a second time would only take time.
            query.add(ArticleDocuments.WITHOUT_STEMS, Occur.FILTER);
        }
        return Optional.of(query.build());
    }

    private List<Query> words(SearchLanguage language, String field, Asked asked) {
        QueryBuilder builder = new QueryBuilder(synonyms.analyzer(language));
        builder.setAutoGenerateMultiTermSynonymsPhraseQuery(true);
        if (asked.begun().isEmpty()) {
            return clauses(builder, field, asked.head() + asked.last());
        }
        List<Query> words = new ArrayList<>(clauses(builder, field, asked.head()));
        String beginnings = field.substring(0, field.indexOf('.')) + "." + SearchLanguage.ANY.code();
        List<Query> last = new ArrayList<>(clauses(builder, field, asked.last()));
        last.add(new PrefixQuery(new Term(beginnings, asked.begun().get())));
        words.add(new DisjunctionMaxQuery(last, 0.1f));
        return words;
    }

    /** A word or a synonym of it each. */
    private static List<Query> clauses(QueryBuilder builder, String field, String text) {
        Query query = builder.createBooleanQuery(field, text, Occur.SHOULD);
        if (query == null) {
            return List.of();
        }
        return query instanceof BooleanQuery words
                ? words.clauses().stream()
                        .map(BooleanClause::query)
                        .limit(WORDS_MAX)
                        .toList()
                : List.of(query);
    }

    private static Query most(List<Query> words) {
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        words.forEach(word -> most.add(word, Occur.SHOULD));
        int count = words.size();
        // Both of two, two of three, three of five: one who describes his trouble uses words that no article has.
        return most.setMinimumNumberShouldMatch(count <= 2 ? count : (int) Math.ceil(count * 0.6))
                .build();
    }
}
