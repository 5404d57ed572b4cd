package io.ahoy.router.channel.email.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a mail, put together from its text parts: of each alternative the plain form for the text and the HTML form for the HTML;
 * what stands beside each other (a mailing list's footer) follows in its order.
 */
final class Body {
    /** One piece of the text in up to two forms, none of them blank. */
    private static final class Piece {
        private final List<String> plain = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final List<String> htmlAsText = new ArrayList<>();

        private boolean hasText() {
            return !plain.isEmpty() || !htmlAsText.isEmpty();
        }

        private String text() {
            return joined(plain.isEmpty() ? htmlAsText : plain);
        }

        private String asHtml() {
            return html.isEmpty() ? Html.ofText(joined(plain)) : joined(html);
        }
    }

    private static final String BLANKS = " \t\n\u000B\f\r";

    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final List<String> invitations = new ArrayList<>();

    boolean isEmpty() {
        return pieces.values().stream().noneMatch(Piece::hasText);
    }

    /** @param key of the choice between forms the text belongs to, else of the text itself */
    void plain(String key, String text) {
        add(piece(key).plain, text);
    }

    void html(String key, Html.Read html) {
        Piece piece = piece(key);
        add(piece.html, html.harmless());
        add(piece.htmlAsText, html.plain());
    }

    void invitation(String line) {
        add(invitations, line);
    }

    String text() {
        List<String> texts =
                pieces.values().stream().filter(Piece::hasText).map(Piece::text).toList();
        return joined(texts.isEmpty() ? invitations : texts);
    }

    Optional<String> html() {
        if (pieces.values().stream().allMatch(piece -> piece.html.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(joined(pieces.values().stream()
                .filter(piece -> !piece.html.isEmpty() || piece.hasText())
                .map(Piece::asHtml)
                .toList()));
    }

    private Piece piece(String key) {
        return pieces.computeIfAbsent(key, any -> new Piece());
    }

    private static void add(List<String> all, String more) {
        if (!more.isBlank()) {
            // Leading blanks of the first line may be a layout.
            String words = more.stripTrailing();
            all.add(words.substring(firstLine(words)));
        }
    }

    private static String joined(List<String> texts) {
        // Mostly it is one, which needs no copy.
        return texts.size() == 1 ? texts.get(0) : String.join("\n\n", texts);
    }

    /** Where the first line begins that has words. */
    private static int firstLine(String text) {
        int begin = 0;
        for (int i = 0; i < text.length() && BLANKS.indexOf(text.charAt(i)) >= 0; i++) {
            begin = text.charAt(i) == '\n' ? i + 1 : begin;
        }
        return begin;
    }
}
