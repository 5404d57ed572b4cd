package io.ahoy.crm.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * Phrases that mean the same, across languages. They widen what is asked and not what is indexed, so a change holds at once; and they
 * are compared as stems, so that one form of a word stands for all.
 */
final class Synonyms {
    private final Map<SearchLanguage, Analyzer> analyzers = new EnumMap<>(SearchLanguage.class);

    /** @param groups each of phrases that mean the same */
    Synonyms(List<List<String>> groups) {
        for (SearchLanguage language : SearchLanguage.values()) {
            analyzers.put(language, widened(language, groups));
        }
    }

    /** For what is asked in this language. */
    Analyzer analyzer(SearchLanguage language) {
        return analyzers.getOrDefault(language, language.analyzer());
    }

    private static Analyzer widened(SearchLanguage language, List<List<String>> groups) {
        SynonymMap.Builder builder = new SynonymMap.Builder(true);
        boolean isEmpty = true;
        for (List<String> group : groups) {
            List<CharsRef> phrases = group.stream()
                    .map(phrase -> words(language.analyzer(), phrase))
                    .filter(words -> !words.isEmpty())
                    .map(words -> SynonymMap.Builder.join(words.toArray(new String[0]), new CharsRefBuilder()))
                    .distinct()
                    .toList();
            for (CharsRef from : phrases) {
                for (CharsRef to : phrases) {
                    if (!from.equals(to)) {
                        builder.add(from, to, true);
                        isEmpty = false;
                    }
                }
            }
        }
        return isEmpty ? language.analyzer() : new Widening(language.analyzer(), build(builder));
    }

    /** The words of a text as this analyzer leaves them. */
    static List<String> words(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static SynonymMap build(SynonymMap.Builder builder) {
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("Building in memory failed", e);
        }
    }

    private static final class Widening extends AnalyzerWrapper {
        private final Analyzer narrow;
        private final SynonymMap synonyms;

        Widening(Analyzer narrow, SynonymMap synonyms) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.narrow = narrow;
            this.synonyms = synonyms;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return narrow;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            TokenStream widened = new SynonymGraphFilter(components.getTokenStream(), synonyms, false);
            return new TokenStreamComponents(components.getSource(), widened);
        }
    }
}
