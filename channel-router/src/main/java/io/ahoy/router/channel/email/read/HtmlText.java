package io.ahoy.router.channel.email.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * HTML as plain text: paragraphs, lists, where links lead, quotes behind {@code >}. Walks once and without calls on the stack, and takes
 * away what is not seen.
 */
final class HtmlText implements NodeFilter {
    /** What a tag does to the words around it. */
    private enum Role {
        PARAGRAPH,
        QUOTE,
        PREFORMATTED,
        LINE,
        DIVISION,
        ITEM,
        BREAK,
        RULE,
        PICTURE,
        LINK,
        CELL,
        UNSEEN,
        NONE
    }

    private static final Map<String, Role> ROLES = roles();

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:).{1,2000}");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(mailto:|tel:|https?://)");

    /** Deeper quotes are shown as this deep. */
    private static final int QUOTES_MAX = 10;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> pictures = new HashSet<>();
    private int quotes;
    private int quotesBefore;
    private int preformatted;
    private int breaks;
    private boolean space;

    /** Where quotes are marked as such, the division around them holds the words before the quote as well. */
    private final boolean divisionsQuote;

    private HtmlText(boolean divisionsQuote) {
        this.divisionsQuote = divisionsQuote;
    }

    /**
     * @param pictures of the mail itself, as {@link Html#pictures}
     */
    record Read(String plain, Set<String> pictures) {}

    /** @param quotesAreMarked there is a {@code blockquote} */
    static Read of(Element body, boolean quotesAreMarked) {
        HtmlText writer = new HtmlText(!quotesAreMarked);
        NodeTraversor.filter(writer, body);
        return new Read(writer.text.toString().strip(), Set.copyOf(writer.pictures));
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        List.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table")
                .forEach(tag -> roles.put(tag, Role.PARAGRAPH));
        List.of("tr", "dt", "dd", "center", "section", "article", "header", "footer", "address", "caption", "form")
                .forEach(tag -> roles.put(tag, Role.LINE));
        Html.UNSEEN.forEach(tag -> roles.put(tag, Role.UNSEEN));
        roles.putAll(Map.of(
                "blockquote",
                Role.QUOTE,
                "pre",
                Role.PREFORMATTED,
                "div",
                Role.DIVISION,
                "li",
                Role.ITEM,
                "br",
                Role.BREAK,
                "hr",
                Role.RULE,
                "img",
                Role.PICTURE,
                "a",
                Role.LINK,
                "td",
                Role.CELL,
                "th",
                Role.CELL));
        return roles;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (text.length() > MailReader.TEXT_MAX) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            write(words.getWholeText());
        } else if (node instanceof Element element) {
            Role role = role(element);
            if (role == Role.UNSEEN || Html.isHidden(element)) {
                return FilterResult.REMOVE;
            }
            begin(element, role);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element, role(element));
        }
        return FilterResult.CONTINUE;
    }

    private static Role role(Element element) {
        return ROLES.getOrDefault(element.normalName(), Role.NONE);
    }

    private void begin(Element element, Role role) {
        switch (role) {
            case PARAGRAPH -> paragraph(element, true);
            case QUOTE -> {
                lines(2);
                quotes++;
            }
            case PREFORMATTED -> {
                lines(2);
                preformatted++;
            }
            case LINE -> lines(1);
            case DIVISION -> {
                lines(1);
                quotes += isQuote(element) ? 1 : 0;
            }
            case ITEM -> {
                lines(1);
                put(bullet(element));
            }
            case BREAK -> {
                breaks++;
                space = false;
            }
            case RULE -> {
                lines(1);
                put("---");
                lines(1);
            }
            case PICTURE -> picture(element);
            case LINK, CELL, UNSEEN, NONE -> {}
        }
    }

    private void end(Element element, Role role) {
        switch (role) {
            case PARAGRAPH -> paragraph(element, false);
            case QUOTE -> {
                quotes--;
                lines(2);
            }
            case PREFORMATTED -> {
                preformatted--;
                lines(2);
            }
            case LINE, ITEM -> lines(1);
            case DIVISION -> {
                quotes -= isQuote(element) ? 1 : 0;
                lines(1);
            }
            case LINK -> link(element);
            case CELL -> space = true;
            case BREAK, RULE, PICTURE, UNSEEN, NONE -> {}
        }
    }

    /** @param begins not ends */
    private void paragraph(Element element, boolean begins) {
        if (!isInItem(element)) {
            lines(2);
        } else if (begins && isFirst(element)) {
            space = false;
        } else {
            lines(1);
        }
    }

    private void picture(Element element) {
        Html.pictureOfTheMail(element).ifPresent(pictures::add);
        String instead = element.attr("alt").strip();
        if (!instead.isEmpty()) {
            write("[" + instead + "]");
        }
    }

    /** Editors put the words of an item into a paragraph, which stands behind the bullet all the same. */
    private static boolean isFirst(Element element) {
        Node before = element.previousSibling();
        while (before instanceof TextNode words && words.isBlank()) {
            before = before.previousSibling();
        }
        return before == null;
    }

    private static boolean isInItem(Element element) {
        Element around = element.parent();
        return element.normalName().equals("p")
                && around != null
                && around.normalName().equals("li");
    }

    private boolean isQuote(Element division) {
        return divisionsQuote && division.hasClass(Html.OF_GMAIL);
    }

    private static String bullet(Element item) {
        Element list = item.parent();
        return list != null && list.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
    }

    private void link(Element element) {
        String href = element.attr("href").strip();
        if (!LINK.matcher(href).matches()) {
            return;
        }
        String shown = element.text().strip();
        String bare = SCHEME.matcher(href).replaceFirst("");
        if (!shown.isEmpty() && !shown.equals(href) && !shown.equals(bare) && !bare.equals(shown + "/")) {
            write(" <" + href + ">");
        }
    }

    private void lines(int count) {
        breaks = Math.max(breaks, count);
        space = false;
    }

    private void write(String words) {
        if (preformatted > 0) {
            String[] lines = LINE_END.split(words, -1);
            for (int i = 0; i < lines.length; i++) {
                breaks += i > 0 ? 1 : 0;
                if (!lines[i].isEmpty()) {
                    put(lines[i]);
                }
            }
            return;
        }
        int from = 0;
        int to = words.length();
        while (from < to && isBlank(words.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(words.charAt(to - 1))) {
            to--;
        }
        space |= from > 0;
        if (from < to) {
            beforeWords();
            flowing(words, from, to);
            space = to < words.length();
        }
    }

    /** Each run of blanks as one space. */
    private void flowing(String words, int from, int to) {
        int begin = from;
        for (int i = from; i < to; i++) {
            char each = words.charAt(i);
            // Asked of each letter, and nearly all are none of these.
            if (each > ' ' && each != '\u00A0') {
                continue;
            }
            if (each == ' ' ? isSpace(words.charAt(i + 1)) : isSpace(each)) {
                text.append(words, begin, i).append(' ');
                // The last one before the end is none.
                while (isSpace(words.charAt(i + 1))) {
                    i++;
                }
                begin = i + 1;
            }
        }
        text.append(words, begin, to);
    }

    private static boolean isSpace(char each) {
        return each == ' ' || each == '\n' || each == '\u00A0' || each == '\t' || each == '\r';
    }

    private static boolean isBlank(char each) {
        return isSpace(each) || (each < ' ' || each >= 0x80) && Character.isWhitespace(each);
    }

    private void put(String words) {
        beforeWords();
        text.append(words);
    }

    /** What stands between the words so far and those that follow. */
    private void beforeWords() {
        String quote = "> ".repeat(Math.min(quotes, QUOTES_MAX));
        if (text.isEmpty()) {
            text.append(quote);
        } else if (breaks > 0) {
            // A blank line between two depths belongs to the outer one.
            int between = Math.min(Math.min(quotes, quotesBefore), QUOTES_MAX);
            String blank = "> ".repeat(between).stripTrailing();
            for (int i = 1; i < Math.min(breaks, 3); i++) {
                text.append('\n').append(blank);
            }
            text.append('\n').append(quote);
        } else if (space) {
            text.append(' ');
        }
        breaks = 0;
        space = false;
        quotesBefore = quotes;
    }
}
