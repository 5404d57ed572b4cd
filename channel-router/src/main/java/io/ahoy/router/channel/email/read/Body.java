package io.ahoy.router.channel.email.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a mail, put together from its text parts: of each alternative the plain form for the text and the HTML form for the HTML;
 * what stands beside each other (a mailing list's footer) follows in its order.
 */
final class Body {
    /** One piece of the text in up to two forms. */
    private static final class Piece {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder htmlAsText = new StringBuilder();

        private String text() {
            String written = plain.toString();
            return written.isBlank() ? htmlAsText.toString() : written;
        }

        private String asHtml() {
            return html.isEmpty() ? Html.ofText(plain.toString()) : html.toString();
        }
    }

    private static final String BLANKS = " \t\n\u000B\f\r";

    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final StringBuilder invitations = new StringBuilder();

    boolean isEmpty() {
        return pieces.values().stream().allMatch(piece -> piece.text().isBlank());
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
        StringBuilder text = new StringBuilder();
        pieces.values().forEach(piece -> add(text, piece.text()));
        return text.isEmpty() ? invitations.toString() : text.toString();
    }

    Optional<String> html() {
        if (pieces.values().stream().allMatch(piece -> piece.html.isEmpty())) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        pieces.values().stream()
                .filter(piece -> !piece.html.isEmpty() || !piece.text().isBlank())
                .forEach(piece -> add(html, piece.asHtml()));
        return Optional.of(html.toString());
    }

    private Piece piece(String key) {
        return pieces.computeIfAbsent(key, any -> new Piece());
    }

    private static void add(StringBuilder all, String more) {
        if (!more.isBlank()) {
            // Leading blanks of the first line may be a layout.
            String words = more.stripTrailing();
            all.append(all.isEmpty() ? "" : "\n\n").append(words, firstLine(words), words.length());
        }
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
