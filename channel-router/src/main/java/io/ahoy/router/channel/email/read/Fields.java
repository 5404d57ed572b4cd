package io.ahoy.router.channel.email.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/** Collects the raw headers of one part after another within the reader's limits, and makes text of them. */
final class Fields {
    static final int COUNT_MAX = 1_000;

    /** Bytes of one header; what follows is cut. */
    static final int LENGTH_MAX = 100_000;

    private static final Set<String> ADDRESSES = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "sender",
            "reply-to",
            "resent-from",
            "resent-to",
            "resent-cc",
            "return-path",
            "disposition-notification-to",
            "mail-followup-to");
    private static final Set<String> PARAMETERS = Set.of("content-type", "content-disposition");

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*|\\r");

    private final Budget budget;
    private final List<RawField> kept = new ArrayList<>();
    private boolean cut;

    Fields(Budget budget) {
        this.budget = budget;
    }

    /** Mime4J's own limit refuses the mail; this one cuts the header. */
    static FieldBuilder cutting() {
        return new DefaultFieldBuilder(-1) {
            @Override
            public void append(ByteArrayBuffer line) throws MaxHeaderLengthLimitException {
                int room = LENGTH_MAX - getRaw().length();
                if (line.length() > room) {
                    line.setLength(Math.max(room, 0));
                }
                super.append(line);
            }
        };
    }

    void begin() {
        kept.clear();
        cut = false;
    }

    void add(RawField field) {
        int length = field.getRaw().length();
        if (kept.size() >= COUNT_MAX || !budget.takeHeader(length)) {
            cut = true;
            return;
        }
        cut |= length >= LENGTH_MAX;
        kept.add(field);
    }

    boolean wasCut() {
        return cut;
    }

    MailHeaders read() {
        Optional<String> hint = kept.stream()
                .filter(field -> field.getNameLowerCase().equals("content-type"))
                .findFirst()
                .flatMap(field -> Parameters.of(ascii(field)).get("charset"));
        return new MailHeaders(kept.stream().map(field -> read(field, hint)).toList());
    }

    private static MailHeaders.Field read(RawField field, Optional<String> hint) {
        String name = field.getNameLowerCase();
        String plain = unfolded(letters(bytes(field), hint));
        String value = PARAMETERS.contains(name)
                ? withoutSections(plain)
                : EncodedWords.decode(plain, ADDRESSES.contains(name));
        return new MailHeaders.Field(field.getName().strip(), value.strip());
    }

    /** Raw 8-bit headers: UTF-8 (RFC 6532), else as the text of the mail is written, when that fits, else a guess. */
    private static String letters(byte[] bytes, Optional<String> hint) {
        Optional<String> utf8 = Letters.strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        return hint.flatMap(Letters::charset)
                .flatMap(charset -> Letters.strictly(bytes, charset))
                .orElseGet(() -> Letters.read(bytes, Optional.empty()).text());
    }

    private static String unfolded(String text) {
        boolean folded = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return (folded ? FOLD.matcher(text).replaceAll(" ") : text).replace("\0", "");
    }

    /** RFC 2231 taken apart; other values stay as they were written. */
    private static String withoutSections(String plain) {
        if (!plain.contains("*") && !plain.contains("=?")) {
            return plain;
        }
        Parameters parameters = Parameters.of(plain);
        StringBuilder text = new StringBuilder(parameters.value());
        for (Map.Entry<String, String> each : new TreeMap<>(parameters.named()).entrySet()) {
            String quoted = each.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
            text.append("; ").append(each.getKey()).append("=\"").append(quoted).append('"');
        }
        return text.toString();
    }

    private static byte[] bytes(RawField field) {
        byte[] all = field.getRaw().toByteArray();
        int from = field.getDelimiterIdx() + 1;
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    private static String ascii(RawField field) {
        return unfolded(new String(bytes(field), StandardCharsets.ISO_8859_1))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
