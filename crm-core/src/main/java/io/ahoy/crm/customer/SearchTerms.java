package io.ahoy.crm.customer;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a record is found by, and what somebody looks for when he types. Words are compared without accents and capitals (Unicode
 * NFKC_Casefold, then decomposed and stripped of marks), those of Chinese names also by their sound; of a number every ending counts, so
 * that any run of its digits is a beginning.
 */
final class SearchTerms {
    /** As long as the column. */
    static final int TERM_MAX = 40;
    /** More words of one text are not looked at. */
    private static final int WORDS_MAX = 16;
    /** Fewer digits would find nearly everybody. */
    static final int DIGITS_MIN = 3;

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBER = Pattern.compile("[+0-9 ()./-]+");

    private SearchTerms() {}

    static Set<String> ofNames(List<String> names) {
        Set<String> terms = new LinkedHashSet<>();
        for (String name : names) {
            words(name).forEach(word -> addWord(word, terms));
            // Müller is also typed Mueller.
            terms.addAll(words(spelledOut(name)));
        }
        return terms;
    }

    static Set<String> ofPoints(Collection<ContactPoint> points) {
        return points.stream()
                .flatMap(point -> (point.hasNumber() ? endings(point.value()) : address(point.value())).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of a number that people read to each other and write down as they like. */
    static Set<String> ofNumber(String number) {
        Set<String> terms = new LinkedHashSet<>();
        words(number).forEach(word -> terms.add(word.replaceFirst("^0+(?=.)", "")));
        terms.add(cut(fold(number).replaceAll("[^0-9]", "")));
        terms.remove("");
        return terms;
    }

    /** What each thing typed must be the beginning of; empty when there is nothing to look for. */
    static List<Set<String>> typed(String query) {
        Set<String> digits = digitsIn(query);
        if (!digits.isEmpty()) {
            return List.of(digits);
        }
        if (query.indexOf('@') > 0 && query.indexOf(' ') < 0) {
            return List.of(Set.of(cut(fold(query))));
        }
        return words(query).stream().map(Set::of).toList();
    }

    /** Beginnings are found anyway; of a Chinese name, written without spaces, also what stands behind. */
    private static void addWord(String word, Set<String> terms) {
        terms.add(word);
        if (HAN.matcher(word).find()) {
            for (int at = word.offsetByCodePoints(0, 1); at < word.length(); at = word.offsetByCodePoints(at, 1)) {
                terms.add(word.substring(at));
            }
            String sound = Sound.of(word);
            terms.addAll(words(sound));
            terms.add(cut(sound.replace(" ", "")));
        }
    }

    /** Loading the transliterator takes a moment, and centres without Chinese customers never need it. */
    private static final class Sound {
        private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

        private Sound() {}

        static synchronized String of(String word) {
            return PINYIN.transliterate(word);
        }
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(fold(text))
                .filter(word -> !word.isEmpty())
                .map(SearchTerms::cut)
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }

    private static String fold(String text) {
        return MARKS.matcher(DECOMPOSE.normalize(FOLD.normalize(text))).replaceAll("");
    }

    private static String spelledOut(String name) {
        return FOLD.normalize(name).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    /** Whole, and what comes before and after the sign. */
    private static List<String> address(String address) {
        String folded = fold(address);
        int sign = folded.lastIndexOf('@');
        return Stream.concat(
                        Stream.of(cut(folded)),
                        sign < 0
                                ? Stream.empty()
                                : Stream.concat(
                                        words(folded.substring(0, sign)).stream(),
                                        Stream.of(cut(folded.substring(sign + 1)))))
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static List<String> endings(String e164) {
        String digits = e164.replaceAll("[^0-9]", "");
        return Stream.iterate(0, start -> start <= digits.length() - DIGITS_MIN, start -> start + 1)
                .map(digits::substring)
                .toList();
    }

    /** As typed, and without the zeros that mean "national" or "abroad" and are not in E.164. */
    private static Set<String> digitsIn(String query) {
        if (!NUMBER.matcher(query).matches()) {
            return Set.of();
        }
        String digits = query.replaceAll("[^0-9]", "");
        return Stream.of(digits, digits.replaceFirst("^0+", ""))
                .filter(run -> run.length() >= DIGITS_MIN)
                .map(SearchTerms::cut)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String cut(String term) {
        return term.codePointCount(0, term.length()) <= TERM_MAX
                ? term
                : term.substring(0, term.offsetByCodePoints(0, TERM_MAX));
    }
}
