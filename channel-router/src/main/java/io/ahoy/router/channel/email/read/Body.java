package io.ahoy.router.channel.email.read;

import io.ahoy.crm.mail.MailContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a mail, put together from its text parts: of each alternative the plain form for the text and the HTML form for the HTML;
 * what stands beside each other (a mailing list's footer) follows in its order.
 */
final class Body {
    /** One piece of the text in up to two forms, none of them blank. */
    private static final class Piece {
        private final List<String> plain = new ArrayList<>();
        private final List<Html> html = new ArrayList<>();

        private boolean hasText() {
            return !plain.isEmpty()
                    || html.stream().anyMatch(each -> !each.plain().isEmpty());
        }

        private String text() {
            return joined(plain.isEmpty() ? htmlAsText() : plain);
        }

        private List<String> htmlAsText() {
            List<String> all = new ArrayList<>();
            html.forEach(each -> add(all, each.plain()));
            return all;
        }

        private String asHtml() {
            List<String> all = new ArrayList<>();
            html.forEach(each -> add(all, each.harmless()));
            return html.isEmpty() ? Html.ofText(joined(plain)) : joined(all);
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

    void html(String key, Html html) {
        if (!html.isBlank()) {
            piece(key).html.add(html);
        }
    }

    void invitation(String line) {
        add(invitations, line);
    }

    String text() {
        List<String> texts =
                pieces.values().stream().filter(Piece::hasText).map(Piece::text).toList();
        return joined(texts.isEmpty() ? invitations : texts);
    }

    /** How it looks; empty: it has no HTML. */
    Optional<MailContent.Layout> layout() {
        if (!hasHtml()) {
            return Optional.empty();
        }
        return Optional.of(new MailContent.Layout(html().anyMatch(Html::asksOthers)));
    }

    /** The pictures of the mail that its HTML shows: their content ids in small letters. */
    Set<String> pictures() {
        return html().flatMap(each -> each.pictures().stream()).collect(Collectors.toSet());
    }

    /** The HTML that may be shown; empty: it has none. */
    Optional<String> harmless() {
        if (!hasHtml()) {
            return Optional.empty();
        }
        return Optional.of(joined(pieces.values().stream()
                .filter(piece -> !piece.html.isEmpty() || piece.hasText())
                .map(Piece::asHtml)
                .toList()));
    }

    private boolean hasHtml() {
        return html().findAny().isPresent();
    }

    private Stream<Html> html() {
        return pieces.values().stream().flatMap(piece -> piece.html.stream());
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
