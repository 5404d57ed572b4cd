package io.ahoy.crm.knowledge;

import io.ahoy.crm.knowledge.Situation.Said;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a situation that tell articles apart, as a query that knows afterwards which of them an article has. Of a long text only
 * the rarest words are asked for: they say what it is about, and the time that it takes stays bounded.
 */
final class SituationQuery {
    /** Characters of each text that are read. */
    private static final int TEXT_MAX = 4_000;

    /** Asked for by the rules of one language. */
    private static final int WORDS_MAX = 24;

    private static final float TITLE = 3;
    private static final char BETWEEN = '\u0000';

    private SituationQuery() {}

    /** Empty when nothing was said that stands in any article; the name of a queue alone says nothing. */
    static Optional<Query> of(Situation situation, IndexReader reader) throws IOException {
        List<Query> languages = new ArrayList<>();
        for (SearchLanguage language : SearchLanguage.values()) {
            List<Word> words = rarest(words(situation, language, reader));
            if (words.stream().anyMatch(Word::isSaid)) {
                languages.add(any(words, language));
            }
        }
        return languages.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(languages, 0));
    }

    /** At least one that was said: a queue called "Mail" is no reason for every article that mentions a mail. */
    private static Query any(List<Word> words, SearchLanguage language) {
        BooleanQuery.Builder said = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        words.stream().filter(Word::isSaid).forEach(word -> said.add(word.query(language), Occur.SHOULD));
        List<Word> waited = words.stream().filter(word -> !word.isSaid()).toList();
        if (waited.isEmpty()) {
            return said.add(ArticleDocuments.byRulesOf(language), Occur.FILTER).build();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(said.build(), Occur.MUST)
                .add(ArticleDocuments.byRulesOf(language), Occur.FILTER);
        waited.forEach(word -> query.add(word.query(language), Occur.SHOULD));
        return query.build();
    }

    /** For {@link #found}. */
    static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    }

    /** Which words, as they were written, this document has, by where they were said. */
    static Map<Suggestion.Source, Set<String>> found(IndexSearcher searcher, Weight weight, int doc)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        Matches matches = weight.matches(leaf, doc - leaf.docBase);
        Map<Suggestion.Source, Set<String>> found = new EnumMap<>(Suggestion.Source.class);
        if (matches != null) {
            for (NamedMatches named : NamedMatches.findNamedMatches(matches)) {
                int cut = named.getName().indexOf(BETWEEN);
                Suggestion.Source source =
                        Suggestion.Source.valueOf(named.getName().substring(0, cut));
                found.computeIfAbsent(source, any -> new LinkedHashSet<>())
                        .add(named.getName().substring(cut + 1));
            }
        }
        return found;
    }

    /**
     * @param written how it was written first
     * @param rarity how much it tells, from its frequency among the articles
     */
    private record Word(String stem, String written, Suggestion.Source source, float weight, double rarity) {
        /** By the customer, or about him: more than where he waits. */
        boolean isSaid() {
            return source != Suggestion.Source.QUEUE;
        }

        Query query(SearchLanguage language) {
            Query anywhere = new DisjunctionMaxQuery(
                    List.of(
                            new BoostQuery(new TermQuery(new Term(language.title(), stem)), TITLE),
                            new TermQuery(new Term(language.all(), stem))),
                    0);
            return NamedMatches.wrapQuery(source.name() + BETWEEN + written, new BoostQuery(anywhere, weight));
        }
    }

    private static List<Word> words(Situation situation, SearchLanguage language, IndexReader reader)
            throws IOException {
        Map<String, Word> words = new LinkedHashMap<>();
        Frequencies frequencies = Frequencies.of(reader, language.all());
        for (Said said : situation.said()) {
            String text = SearchText.cut(said.text(), TEXT_MAX);
            if (!language.canHold(text)) {
                continue;
            }
            try (TokenStream stream = language.analyzer().tokenStream("", text)) {
                CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
                OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    String written = text.substring(place.startOffset(), place.endOffset());
                    // What was said first weighs most, so it stays.
                    if (isTelling(written) && !words.containsKey(stem.toString())) {
                        double rarity = rarity(frequencies.having(stem.toString()), reader.numDocs());
                        words.put(
                                stem.toString(),
                                new Word(stem.toString(), written, said.source(), said.weight(), rarity));
                    }
                }
                stream.end();
            }
        }
        return List.copyOf(words.values());
    }

    /** A word that only holds a sentence together tells nothing. A bare number and a single letter stand in many texts by chance; a single sign of Chinese is a word. */
    private static boolean isTelling(String written) {
        return written.codePoints().anyMatch(Character::isIdeographic)
                || !FunctionWords.has(written)
                        && written.codePointCount(0, written.length()) > 1
                        && written.codePoints().anyMatch(Character::isLetter);
    }

    /** 0 for what no article has; a word that half of them have says nothing either. */
    private static double rarity(int having, int all) {
        return having == 0 || all > 10 && having > all / 2 ? 0 : Math.log(1 + (double) all / having);
    }

    /** How many texts have a word. The dictionaries are opened once for all words, which takes as long as finding one in them. */
    private record Frequencies(List<TermsEnum> dictionaries) {
        static Frequencies of(IndexReader reader, String field) throws IOException {
            List<TermsEnum> dictionaries = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                dictionaries.add(Terms.getTerms(leaf.reader(), field).iterator());
            }
            return new Frequencies(dictionaries);
        }

        int having(String word) throws IOException {
            int having = 0;
            for (TermsEnum dictionary : dictionaries) {
                having += dictionary.seekExact(new BytesRef(word)) ? dictionary.docFreq() : 0;
            }
            return having;
        }
    }

    private static List<Word> rarest(List<Word> words) {
        return words.stream()
                .filter(word -> word.rarity() > 0)
                .sorted(Comparator.comparingDouble((Word word) -> word.rarity() * word.weight())
                        .reversed()
                        .thenComparing(Word::stem))
                .limit(WORDS_MAX)
                .toList();
    }
}
