package io.ahoy.crm.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words that hold a sentence together and tell nothing of what it is about (the lists of the Snowball project). They are rare in articles,
 * which do not say "what should I do", and so their rarity there says nothing.
 */
final class FunctionWords {
    private static final CharArraySet ALL = read(List.of("english_stop.txt", "german_stop.txt"));

    private FunctionWords() {}

    static boolean has(String word) {
        return ALL.contains(word);
    }

    private static CharArraySet read(List<String> files) {
        CharArraySet all = new CharArraySet(512, true);
        for (String file : files) {
            try (InputStream list = SnowballFilter.class.getResourceAsStream(file)) {
                if (list == null) {
                    throw new IllegalStateException("Lucene's list " + file + " is missing");
                }
                all.addAll(WordlistLoader.getSnowballWordSet(list));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return CharArraySet.unmodifiableSet(all);
    }
}
