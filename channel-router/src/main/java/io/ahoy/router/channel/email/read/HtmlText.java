package io.ahoy.router.channel.email.read;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: paragraphs, lists, where links lead, quotes behind {@code >}. Walks without calls on the stack. */
final class HtmlText implements NodeVisitor {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote", "table");
    private static final Set<String> LINES = Set.of(
            "div", "li", "tr", "dt", "dd", "center", "section", "article", "header", "footer", "address", "caption",
            "form");

    private static final String BLANKS = " \t\r\n\u00A0";
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:).{1,2000}");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(mailto:|tel:|https?://)");

    /** Deeper quotes are shown as this deep. */
    private static final int QUOTES_MAX = 10;

    private final StringBuilder text = new StringBuilder();
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

    /** @param quotesAreMarked there is a {@code blockquote} */
    static String of(Element body, boolean quotesAreMarked) {
        HtmlText writer = new HtmlText(!quotesAreMarked);
        NodeTraversor.traverse(writer, body);
        return writer.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (text.length() > MailReader.TEXT_MAX) {
            return;
        }
        if (node instanceof TextNode words) {
            write(words.getWholeText());
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (isQuote(element)) {
            lines(1);
            quotes--;
        }
        preformatted -= tag.equals("pre") ? 1 : 0;
        breakAround(element);
        if (text.length() <= MailReader.TEXT_MAX) {
            if (tag.equals("a")) {
                link(element);
            } else if (tag.equals("td") || tag.equals("th")) {
                space = true;
            }
        }
    }

    private void begin(Element element) {
        String tag = element.normalName();
        if (isInItem(element) && isFirst(element)) {
            space = false;
        } else {
            breakAround(element);
        }
        preformatted += tag.equals("pre") ? 1 : 0;
        if (isQuote(element)) {
            lines(1);
            quotes++;
        }
        switch (tag) {
            case "br" -> {
                breaks++;
                space = false;
            }
            case "hr" -> {
                lines(1);
                put("---");
                lines(1);
            }
            case "li" -> put(bullet(element));
            case "img" -> {
                if (!element.attr("alt").isBlank()) {
                    write("[" + element.attr("alt").strip() + "]");
                }
            }
            default -> {}
        }
    }

    private void breakAround(Element element) {
        String tag = element.normalName();
        if (PARAGRAPHS.contains(tag)) {
            lines(isInItem(element) ? 1 : 2);
        } else if (LINES.contains(tag)) {
            lines(1);
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

    private boolean isQuote(Element element) {
        return element.normalName().equals("blockquote")
                || divisionsQuote && element.normalName().equals("div") && element.hasClass("gmail_quote");
    }

    private static String bullet(Element item) {
        Element list = item.parent();
        return list != null && list.normalName().equals("ol") ? item.elementSiblingIndex() + 1 + ". " : "- ";
    }

    private void link(Element element) {
        String href = element.attr("href").strip();
        String shown = element.text().strip();
        boolean leads = LINK.matcher(href).matches();
        String bare = SCHEME.matcher(href).replaceFirst("");
        if (leads && !shown.isEmpty() && !shown.equals(href) && !shown.equals(bare) && !bare.equals(shown + "/")) {
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
        String flowing = flowing(words);
        if (flowing.isBlank()) {
            space |= !flowing.isEmpty();
            return;
        }
        space |= flowing.startsWith(" ");
        put(flowing.strip());
        space = flowing.endsWith(" ");
    }

    /** Each run of blanks as one space. */
    private static String flowing(String words) {
        if (isFlowing(words)) {
            return words;
        }
        StringBuilder flowing = new StringBuilder(words.length());
        boolean blank = false;
        for (int i = 0; i < words.length(); i++) {
            char each = words.charAt(i);
            boolean another = BLANKS.indexOf(each) >= 0;
            if (!another) {
                flowing.append(each);
            } else if (!blank) {
                flowing.append(' ');
            }
            blank = another;
        }
        return flowing.toString();
    }

    private static boolean isFlowing(String words) {
        return words.indexOf('\n') < 0
                && words.indexOf('\t') < 0
                && words.indexOf('\r') < 0
                && words.indexOf('\u00A0') < 0
                && !words.contains("  ");
    }

    private void put(String words) {
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
        text.append(words);
    }
}
