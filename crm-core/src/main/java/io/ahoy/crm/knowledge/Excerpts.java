package io.ahoy.crm.knowledge;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** The places of a text in which a query's words stand. */
final class Excerpts {
    private static final int PASSAGES_MAX = 2;
    private static final int PASSAGE_LENGTH = 120;

    private static final PassageFormatter RUNS = new PassageFormatter() {
        @Override
        public List<List<TextRun>> format(Passage[] passages, String content) {
            return Stream.of(passages).map(passage -> runs(passage, content)).toList();
        }
    };

    private Excerpts() {}

    /** The whole of a title. */
    static List<TextRun> title(String title, Query query, SearchLanguage language) throws IOException {
        UnifiedHighlighter highlighter =
                highlighter(language).withBreakIterator(WholeBreakIterator::new).build();
        List<List<TextRun>> found = find(highlighter, language, query, title);
        return found.isEmpty() ? List.of(new TextRun(title, false)) : found.getFirst();
    }

    /** The best sentences; without a hit, the first. */
    static List<List<TextRun>> body(String text, Query query, SearchLanguage language) throws IOException {
        UnifiedHighlighter highlighter = highlighter(language)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), PASSAGE_LENGTH, 0.5f))
                .withMaxNoHighlightPassages(1)
                .build();
        return find(highlighter, language, query, text);
    }

    private static UnifiedHighlighter.Builder highlighter(SearchLanguage language) {
        String ending = "." + language.code();
        // The words of a title count in the body as well; stems of another language would mark what nobody searched
        // for.
        return UnifiedHighlighter.builderWithoutSearcher(language.analyzer())
                .withFieldMatcher(field -> field.endsWith(ending) || field.endsWith("." + SearchLanguage.ANY.code()))
                .withHighlightPhrasesStrictly(true)
                .withWeightMatches(false)
                .withFormatter(RUNS);
    }

    @SuppressWarnings("unchecked") // it is what our formatter makes
    private static List<List<TextRun>> find(
            UnifiedHighlighter highlighter, SearchLanguage language, Query query, String text) throws IOException {
        Object found = highlighter.highlightWithoutSearcher(language.all(), query, text, PASSAGES_MAX);
        return found == null ? List.of() : (List<List<TextRun>>) found;
    }

    private static List<TextRun> runs(Passage passage, String content) {
        int[] starts = Arrays.copyOf(passage.getMatchStarts(), passage.getNumMatches());
        List<int[]> hits = IntStream.range(0, starts.length)
                .mapToObj(i -> new int[] {starts[i], passage.getMatchEnds()[i]})
                .sorted(Comparator.<int[]>comparingInt(hit -> hit[0]).thenComparingInt(hit -> hit[1]))
                .toList();
        return TextRun.cut(content, passage.getStartOffset(), passage.getEndOffset(), hits);
    }
}
