package io.ahoy.crm.knowledge;

import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How the words of a language are cut and brought to their stems. Every text is indexed as {@link #ANY} too, unstemmed: there the
 * beginnings of words are found as one types, the languages that have no rules here, and the Chinese words that the dictionary
 * behind {@link #CHINESE} cuts otherwise.
 */
enum SearchLanguage {
    ENGLISH("en") {
        @Override
        TokenStream words(Tokenizer letters) {
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(letters));
            words = new StopFilter(words, EnglishAnalyzer.getDefaultStopSet());
            return new PorterStemFilter(new ICUFoldingFilter(words));
        }
    },
    GERMAN("de") {
        @Override
        TokenStream words(Tokenizer letters) {
            TokenStream words = new StopFilter(new LowerCaseFilter(letters), GermanAnalyzer.getDefaultStopSet());
            return new GermanLightStemFilter(new ICUFoldingFilter(new GermanNormalizationFilter(words)));
        }
    },
    CHINESE("zh") {
        @Override
        Tokenizer letters() {
            return new HMMChineseTokenizer();
        }

        @Override
        TokenStream words(Tokenizer letters) {
            CharArraySet punctuation = SmartChineseAnalyzer.getDefaultStopSet();
            return new PorterStemFilter(new StopFilter(new LowerCaseFilter(letters), punctuation));
        }
    },
    /**
     * Words without accents, and pairs of characters where a script has no spaces. What says nothing in English or German is left out
     * here too, else it would be found in every text of theirs.
     */
    ANY("any") {
        @Override
        TokenStream words(Tokenizer letters) {
            TokenStream words = new StopFilter(new LowerCaseFilter(letters), EnglishAnalyzer.getDefaultStopSet());
            words = new StopFilter(words, GermanAnalyzer.getDefaultStopSet());
            return new CJKBigramFilter(new ICUFoldingFilter(words));
        }
    };

    private final String code;
    private final Analyzer analyzer;

    SearchLanguage(String code) {
        this.code = code;
        this.analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer letters = letters();
                return new TokenStreamComponents(letters, words(letters));
            }
        };
    }

    /** @param tag BCP 47 */
    static SearchLanguage of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        for (SearchLanguage one : values()) {
            if (one.code.equals(language)) {
                return one;
            }
        }
        return ANY;
    }

    Tokenizer letters() {
        return new StandardTokenizer();
    }

    abstract TokenStream words(Tokenizer letters);

    Analyzer analyzer() {
        return analyzer;
    }

    String code() {
        return code;
    }

    String title() {
        return "title." + code;
    }

    /** Title, summary and body; what stands in the summary counts twice. */
    String all() {
        return "all." + code;
    }

    /** Whether words in this script can be in such a text; Latin names stand in Chinese texts too. */
    boolean canHold(String text) {
        return this != CHINESE || text.codePoints().anyMatch(SearchLanguage::isHan);
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }
}
