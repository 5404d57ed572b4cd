package io.ahoy.router.channel.email.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to characters. What a mail names as its character set is believed as long as the bytes fit; then UTF-8, which nothing else looks
 * like; then a guess.
 */
final class Letters {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** ICU's confidence goes to 100; below this it is a coin tossed. */
    private static final int CONFIDENCE_MIN = 30;

    /** ICU reads no more of it either. */
    private static final int GUESSED_BY_MAX = 8_000;

    /** One in so many characters may be broken before the named set is disbelieved. */
    private static final int BROKEN_ONE_IN = 50;

    /**
     * Names under which programs write something wider: what is labelled ISO-8859-1 mostly is windows-1252, and so on (the WHATWG's
     * encoding standard reads them alike). An empty one is known and not read.
     */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("hz-gb-2312", ""),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8n", "UTF-8"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("utf-7", ""),
            Map.entry("unicode-1-1-utf-7", ""));

    private Letters() {}

    /**
     * @param complaint a sentence, when another set than the named one was used, or a guess
     */
    record Read(String text, Optional<String> complaint) {}

    static Read read(byte[] bytes, Optional<String> named) {
        Optional<Read> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> charset = named.flatMap(Letters::charset);
        // No text in windows-1252 is by chance valid UTF-8 beyond ASCII.
        boolean western = charset.filter(WINDOWS_1252::equals).isPresent();
        if (charset.isPresent() && !western) {
            Optional<String> believed = strictly(bytes, charset.get());
            if (believed.isPresent()) {
                return new Read(believed.get(), Optional.empty());
            }
        }
        Optional<String> asUtf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (asUtf8.isPresent()) {
            // In UTF-8 only ASCII takes as many bytes as characters.
            boolean ascii = asUtf8.get().length() == bytes.length;
            boolean fine = ascii || named.isEmpty();
            return fine ? new Read(asUtf8.get(), Optional.empty()) : mislabelled(asUtf8.get(), named, "UTF-8");
        }
        if (western) {
            Optional<String> believed = strictly(bytes, WINDOWS_1252);
            if (believed.isPresent()) {
                return new Read(believed.get(), Optional.empty());
            }
        }
        if (charset.isPresent()) {
            String lenient = new String(bytes, charset.get());
            if (broken(lenient) * BROKEN_ONE_IN <= lenient.length()) {
                return new Read(
                        lenient,
                        Optional.of("Some bytes are no characters of "
                                + charset.get().name() + "; they are shown as \uFFFD."));
            }
        }
        Charset guess = guess(bytes);
        return mislabelled(new String(bytes, guess), named, guess.name());
    }

    /** Known under this name here and able to be read; alias names resolved. */
    static Optional<Charset> charset(String name) {
        String clean = name.strip().replaceAll("[\"' ;]", "").toLowerCase(Locale.ROOT);
        int language = clean.indexOf('*');
        String bare = language < 0 ? clean : clean.substring(0, language);
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(bare, bare)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // Much faster than a decoder of one's own; whether the mark of broken bytes was in the text itself, that
            // one tells.
            String lenient = new String(bytes, StandardCharsets.UTF_8);
            if (lenient.indexOf('\uFFFD') < 0) {
                return Optional.of(lenient);
            }
        }
        try {
            CharBuffer read = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(read.toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }

    /** Each line ends as it does in Java, and there is no NUL. */
    static String plainLines(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (int end = text.indexOf('\r'); end >= 0; end = text.indexOf('\r', from)) {
            plain.append(text, from, end).append('\n');
            from = text.startsWith("\n", end + 1) ? end + 2 : end + 1;
        }
        String all = from == 0 ? text : plain.append(text, from, text.length()).toString();
        return all.indexOf('\0') < 0 ? all : all.replace("\0", "");
    }

    /** A byte order mark says more than a header does. */
    private static Optional<Read> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(Arrays.copyOfRange(bytes, 3, bytes.length), StandardCharsets.UTF_8)
                    .map(text -> new Read(text, Optional.empty()));
        }
        if (bytes.length % 2 == 0 && (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF))) {
            return strictly(bytes, StandardCharsets.UTF_16).map(text -> new Read(text, Optional.empty()));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset guess(byte[] bytes) {
        byte[] some = bytes.length > GUESSED_BY_MAX ? Arrays.copyOf(bytes, GUESSED_BY_MAX) : bytes;
        CharsetMatch match = new CharsetDetector().setText(some).detect();
        if (match == null || match.getConfidence() < CONFIDENCE_MIN) {
            return WINDOWS_1252;
        }
        return charset(match.getName()).orElse(WINDOWS_1252);
    }

    private static long broken(String text) {
        return text.chars().filter(each -> each == '\uFFFD').count();
    }

    private static Read mislabelled(String text, Optional<String> named, String used) {
        String complaint = named.map(name -> "The bytes do not fit the character set “" + Shown.brief(name)
                        + "”; they were read as " + used + ".")
                .orElse("No character set is named; the bytes were read as " + used + ".");
        return new Read(text, Optional.of(complaint));
    }
}
