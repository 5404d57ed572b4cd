package io.ahoy.crm.knowledge;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/**
 * The places of texts in which a query's words stand. Where each word stands was kept when the text was indexed: cutting twenty texts
 * into words again takes longer than finding them.
 */
final class Excerpts extends UnifiedHighlighter {
    private static final int PASSAGES_MAX = 2;
    private static final int PASSAGE_LENGTH = 120;
    /** Ends each sentence of a kept text: finding their ends anew took a fifth of a search. */
    private static final char SENTENCE_END = '\u2029';

    private static final FieldType WITH_PLACES = withPlaces();

    private static final PassageFormatter RUNS = new PassageFormatter() {
        @Override
        public List<List<TextRun>> format(Passage[] passages, String content) {
            return Stream.of(passages).map(passage -> runs(passage, content)).toList();
        }
    };

    private final SearchLanguage language;

    /**
     * Of one text.
     *
     * @param title the whole of it
     * @param body the best sentences; without a hit, the first
     */
    record Marked(List<TextRun> title, List<List<TextRun>> body) {}

    private Excerpts(IndexSearcher searcher, SearchLanguage language) {
        super(builder(searcher, language.analyzer())
                // Stems of another language would mark what nobody searched for.
                .withFieldMatcher(matcher(language))
                .withHighlightPhrasesStrictly(true)
                .withWeightMatches(false)
                .withFormatter(RUNS));
        this.language = language;
    }

    /** Puts both texts into the document as {@link #of} needs them. */
    static void keep(Document document, SearchLanguage own, String title, String body) {
        SearchLanguage marking = marking(own);
        document.add(new Field(markedTitle(marking), title, WITH_PLACES));
        document.add(new Field(markedBody(marking), inSentences(body), WITH_PLACES));
    }

    private static String inSentences(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        StringBuilder apart = new StringBuilder(text.length() + 64);
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            apart.append(text, from, to).append(SENTENCE_END);
            from = to;
        }
        return apart.toString();
    }

    /** By the number of the document. All are of one language. */
    static Map<Integer, Marked> of(IndexSearcher searcher, SearchLanguage own, Query query, List<Integer> docs)
            throws IOException {
        SearchLanguage marking = marking(own);
        String title = markedTitle(marking);
        String body = markedBody(marking);
        int[] numbers = docs.stream().mapToInt(doc -> doc).toArray();
        Map<String, Object[]> found = new Excerpts(searcher, marking)
                .highlightFieldsAsObjects(new String[] {title, body}, query, numbers, new int[] {1, PASSAGES_MAX});
        Map<Integer, Marked> marked = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            List<List<TextRun>> titles = passages(found, title, i);
            marked.put(
                    docs.get(i),
                    new Marked(titles.isEmpty() ? List.of() : titles.getFirst(), passages(found, body, i)));
        }
        return marked;
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
        return field.equals(markedTitle(language))
                ? new WholeBreakIterator()
                : LengthGoalBreakIterator.createClosestToLength(
                        new CustomSeparatorBreakIterator(SENTENCE_END), PASSAGE_LENGTH, 0.5f);
    }

    @Override
    protected int getMaxNoHighlightPassages(String field) {
        return 1;
    }

    /** Where the two ways of cutting Chinese differ, the pairs mark what was typed. */
    private static SearchLanguage marking(SearchLanguage own) {
        return own == SearchLanguage.CHINESE ? SearchLanguage.ANY : own;
    }

    private static String markedTitle(SearchLanguage marking) {
        return "markedTitle." + marking.code();
    }

    private static String markedBody(SearchLanguage marking) {
        return "markedBody." + marking.code();
    }

    /** The words of a title count in the body as well. */
    private static Predicate<String> matcher(SearchLanguage language) {
        String ending = "." + language.code();
        return field -> field.endsWith(ending) || field.endsWith("." + SearchLanguage.ANY.code());
    }

    private static FieldType withPlaces() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setOmitNorms(true);
        type.setStoreTermVectors(true);
        type.setStoreTermVectorPositions(true);
        type.setStoreTermVectorOffsets(true);
        type.freeze();
        return type;
    }

    @SuppressWarnings("unchecked") // it is what our formatter makes
    private static List<List<TextRun>> passages(Map<String, Object[]> found, String field, int at) {
        Object @Nullable [] all = found.get(field);
        Object passages = all == null ? null : all[at];
        return passages == null ? List.of() : (List<List<TextRun>>) passages;
    }

    private static List<TextRun> runs(Passage passage, String content) {
        int[] starts = Arrays.copyOf(passage.getMatchStarts(), passage.getNumMatches());
        List<int[]> hits = IntStream.range(0, starts.length)
                .mapToObj(i -> new int[] {starts[i], passage.getMatchEnds()[i]})
                .sorted(Comparator.<int[]>comparingInt(hit -> hit[0]).thenComparingInt(hit -> hit[1]))
                .toList();
        return TextRun.cut(content, passage.getStartOffset(), passage.getEndOffset(), hits).stream()
                .map(run -> new TextRun(run.text().replace(String.valueOf(SENTENCE_END), ""), run.hit()))
                .filter(run -> !run.text().isEmpty())
                .toList();
    }
}
