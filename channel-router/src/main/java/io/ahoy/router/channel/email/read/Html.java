package io.ahoy.router.channel.email.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of a mail, made harmless: nothing that runs, sends or loads anything. Pictures from elsewhere would tell their server who reads
 * and when, so their address waits in {@code data-remote-src} until the reader consents; pictures of the mail itself stay
 * {@code cid:}.
 */
final class Html {
    /** Tags that are read; newsletters have a few thousand. */
    private static final int TAGS_MAX = 50_000;

    private static final int DEPTH_MAX = 200;

    private static final String SOURCE = "src";
    private static final String VALUE = "=\"";
    private static final String OF_THE_MAIL = "cid:";
    private static final Pattern PICTURE_OF_THE_MAIL = Pattern.compile("(?i)cid:[^\\s\"'<>]{1,250}");
    private static final Pattern PICTURE_INSIDE =
            Pattern.compile("(?i)data:image/(png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=\\s]*+");
    private static final Pattern REMOTE = Pattern.compile("(?i)https?://[^\\s\"'<>]{1,4000}");
    private static final Set<String> UNSEEN = Set.of(
            "head", "script", "style", "title", "noscript", "template", "iframe", "object", "embed", "svg", "math");
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}%?");
    private static final Pattern COLOUR = Pattern.compile("#?[A-Za-z0-9]{1,20}");

    private static final CssSchema STYLES = CssSchema.withProperties(Set.of(
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "direction",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-indent",
            "vertical-align",
            "white-space",
            "width"));

    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "tt",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "s",
                    "strike",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "big",
                    "font",
                    "center",
                    "q",
                    "cite",
                    "abbr",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "colgroup",
                    "col",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "img")
            .allowElements(Html::openedApart, "a")
            .allowWithoutAttributes("span", "font", "a")
            .allowAttributes("dir", "lang", "title", "align")
            .globally()
            .allowAttributes("valign", "width", "height", "cellpadding", "cellspacing", "border", "colspan", "rowspan")
            .matching(Pattern.compile("[A-Za-z0-9%]{1,10}"))
            .onElements("table", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowAttributes("bgcolor", "color")
            .matching(COLOUR)
            .onElements("table", "tr", "th", "td", "font")
            .allowAttributes("face", "size")
            .matching(Pattern.compile("[A-Za-z0-9 ,+-]{1,80}"))
            .onElements("font")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)\\s*(https?|mailto|tel):.*", Pattern.DOTALL))
            .onElements("a")
            .allowAttributes("src")
            .matching((element, attribute, value) -> picture(value))
            .onElements("img")
            .allowAttributes("data-remote-src")
            .matching(REMOTE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowUrlProtocols("https", "http", "mailto", "tel", "cid", "data")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowStyling(STYLES)
            .disallowWithoutAttributes("img")
            .toFactory();

    private Html() {}

    /**
     * @param plain its words
     * @param cut it was longer than is read
     */
    record Read(String harmless, String plain, boolean cut) {}

    static Read read(String html) {
        int end = end(html);
        Document document = Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(html.substring(0, end), "");
        Sight sight = new Sight();
        NodeTraversor.filter(sight, document);
        Element body = document.body();
        return new Read(HarmlessHtml.of(body, HARMLESS), HtmlText.of(body, sight.quotesAreMarked), end < html.length());
    }

    /** Takes away what is not seen and holds pictures back. */
    private static final class Sight implements NodeFilter {
        private boolean quotesAreMarked;

        @Override
        public FilterResult head(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String tag = element.normalName();
            if (UNSEEN.contains(tag) || HIDDEN.matcher(element.attr("style")).find()) {
                return FilterResult.REMOVE;
            }
            if (tag.equals("img")) {
                holdBack(element);
            }
            quotesAreMarked |= tag.equals("blockquote");
            return FilterResult.CONTINUE;
        }
    }

    /** Text in the place of HTML, when other texts of the mail are HTML. */
    static String ofText(String text) {
        String escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br />") + "</p>";
    }

    private static int end(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (++tags > TAGS_MAX) {
                return at;
            }
        }
        return html.length();
    }

    private static void holdBack(Element picture) {
        String source = picture.attr("src").strip();
        String address = source.startsWith("//") ? "https:" + source : source;
        // What the mail itself wrote there is none of ours.
        picture.removeAttr("data-remote-src");
        if (REMOTE.matcher(address).matches()) {
            picture.removeAttr("src");
            picture.attr("data-remote-src", address);
        }
    }

    private static @Nullable String picture(String source) {
        String clean = source.strip();
        boolean own = PICTURE_OF_THE_MAIL.matcher(clean).matches()
                || PICTURE_INSIDE.matcher(clean).matches();
        return own ? clean : null;
    }

    private static String openedApart(String element, List<String> attributes) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals("href")) {
                attributes.addAll(List.of("target", "_blank"));
                break;
            }
        }
        return element;
    }

    /** The addresses of pictures of the mail that its HTML shows: content ids as they are written there. */
    static Set<String> shownIds(String harmless) {
        var ids = new HashSet<String>();
        int from = 0;
        for (int value = harmless.indexOf(VALUE); value >= 0; value = harmless.indexOf(VALUE, from)) {
            from = value + VALUE.length();
            int end = harmless.indexOf('"', from);
            boolean picture = harmless.regionMatches(true, value - SOURCE.length(), SOURCE, 0, SOURCE.length())
                    && harmless.regionMatches(true, from, OF_THE_MAIL, 0, OF_THE_MAIL.length());
            if (picture && end > from + OF_THE_MAIL.length()) {
                String id = harmless.substring(from + OF_THE_MAIL.length(), end);
                ids.add(Parser.unescapeEntities(id, true).toLowerCase(Locale.ROOT));
            }
        }
        return ids;
    }
}
