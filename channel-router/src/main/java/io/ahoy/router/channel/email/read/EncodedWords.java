package io.ahoy.router.channel.email.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words of headers (RFC 2047), also as programs write them: with spaces inside, a character begun in one word and ended in the
 * next, within quotes, of a wrong character set. Libraries decode word by word and lose split characters; so the bytes of neighbours of
 * one set are joined first.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s=]{1,60})\\?([bBqQ])\\?([^?]*+)\\?=");

    private static final String SPECIALS = "()<>[]:;@\\,\"";

    private EncodedWords() {}

    /**
     * @param addresses it lists addresses: decoded names with commas and the like are put in quotes, lest one address become two
     */
    static String decode(String value, boolean addresses) {
        if (!value.contains("=?")) {
            return value;
        }
        Matcher words = WORD.matcher(value);
        StringBuilder text = new StringBuilder(value.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        String run = "";
        int at = 0;
        boolean quoted = false;
        while (words.find()) {
            String between = value.substring(at, words.start());
            boolean neighbour = at > 0 && between.isBlank();
            boolean same = neighbour && charset.equalsIgnoreCase(words.group(1));
            if (!same) {
                run += letters(bytes, charset);
            }
            if (!neighbour) {
                append(text, run, addresses, quoted);
                run = "";
                text.append(between);
                quoted = endsQuoted(between, quoted);
            }
            charset = words.group(1);
            bytes.writeBytes(bytes(words.group(2), words.group(3)));
            at = words.end();
        }
        append(text, run + letters(bytes, charset), addresses, quoted);
        return text.append(value, at, value.length()).toString();
    }

    private static void append(StringBuilder text, String run, boolean addresses, boolean quoted) {
        if (!addresses) {
            text.append(run);
            return;
        }
        String escaped = run.replace("\\", "\\\\").replace("\"", "\\\"");
        boolean special = run.chars().anyMatch(each -> SPECIALS.indexOf(each) >= 0);
        text.append(quoted ? escaped : special ? '"' + escaped + '"' : run);
    }

    private static boolean endsQuoted(String between, boolean quotedBefore) {
        boolean quoted = quotedBefore;
        for (int i = 0; i < between.length(); i++) {
            char each = between.charAt(i);
            if (each == '\\') {
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }

    private static String letters(ByteArrayOutputStream bytes, String charset) {
        byte[] joined = bytes.toByteArray();
        bytes.reset();
        // What was encoded may hold line ends, which no header has.
        return joined.length == 0
                ? ""
                : Letters.read(joined, Optional.of(charset)).text().replaceAll("[\\r\\n\\u0000]+", " ");
    }

    private static byte[] bytes(String encoding, String content) {
        return encoding.equalsIgnoreCase("b") ? base64(content) : quoted(content);
    }

    /** Also without its padding, with spaces, and with a last character that is only half there. */
    static byte[] base64(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        int bits = 0;
        int held = 0;
        for (int i = 0; i < content.length(); i++) {
            int digit = digit(content.charAt(i));
            if (digit >= 0) {
                held = (held << 6 | digit) & 0xFFFFFF;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    bytes.write(held >> bits);
                }
            } else if (content.charAt(i) == '=') {
                // Padding in the middle: two encodings were joined.
                bits = 0;
            }
        }
        return bytes.toByteArray();
    }

    private static int digit(char each) {
        if (each >= 'A' && each <= 'Z') {
            return each - 'A';
        }
        if (each >= 'a' && each <= 'z') {
            return each - 'a' + 26;
        }
        if (each >= '0' && each <= '9') {
            return each - '0' + 52;
        }
        return each == '+' || each == '-' ? 62 : each == '/' || each == '_' ? 63 : -1;
    }

    private static byte[] quoted(String content) {
        return percent(content.replace('_', ' '), '=');
    }

    /** Bytes written as a mark and two hexadecimal digits; a mark without them stands for itself. */
    static byte[] percent(String content, char mark) {
        byte[] all = content.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(all.length);
        for (int i = 0; i < all.length; i++) {
            int high = all[i] == mark && i + 2 < all.length ? Character.digit(all[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(all[i + 2], 16);
            if (low < 0) {
                bytes.write(all[i]);
            } else {
                bytes.write(high << 4 | low);
                i += 2;
            }
        }
        return bytes.toByteArray();
    }
}
