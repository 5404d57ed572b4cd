package io.ahoy.router.channel.email.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * HTML of a mail: its words, and itself made harmless, where nothing runs, sends or loads anything. Pictures from elsewhere would tell
 * their server who reads and when, so their address waits in {@code data-remote-src} until the reader consents; pictures of the mail
 * itself stay {@code cid:}. Each is made when it is asked for: most HTML stands beside the same words as text, and is never shown.
 */
final class Html {
    /** Tags that are read; newsletters have a few thousand. */
    private static final int TAGS_MAX = 50_000;

    private static final int DEPTH_MAX = 200;

    /** A tag is searched no further for where its picture comes from. */
    private static final int TAG_MAX = 10_000;

    private static final String OF_THE_MAIL = "cid:";
    private static final Pattern PICTURE_OF_THE_MAIL = Pattern.compile("(?i)cid:[^\\s\"'<>]{1,250}");
    private static final Pattern PICTURE_INSIDE =
            Pattern.compile("(?i)data:image/(png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=\\s]*+");
    private static final Pattern REMOTE = Pattern.compile("(?i)https?://[^\\s\"'<>]{1,4000}");
    static final Set<String> UNSEEN = Set.of(
            "head", "script", "style", "title", "noscript", "template", "iframe", "object", "embed", "svg", "math");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)src\\s*+=\\s*+[\"']?+\\s*+(https?:)?//");

    /** A division that Gmail puts a quote into; its class. */
    static final String OF_GMAIL = "gmail_quote";

    /** Styles that hide. */
    private static final Map<String, String> HIDING =
            Map.of("display", "none", "visibility", "hidden", "mso-hide", "all");

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

    private final String source;
    private final boolean cut;
    private final boolean asksOthers;
    private Optional<HtmlText.Read> text = Optional.empty();

    private Html(String source, boolean cut, boolean asksOthers) {
        this.source = source;
        this.cut = cut;
        this.asksOthers = asksOthers;
    }

    static Html read(String html) {
        int tags = 0;
        boolean asksOthers = false;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (++tags > TAGS_MAX) {
                return new Html(html.substring(0, at), true, asksOthers);
            }
            asksOthers = asksOthers || isPicture(html, at) && isFromElsewhere(html, at);
        }
        return new Html(html, false, asksOthers);
    }

    /** Programs take the second for the first. */
    private static boolean isPicture(String html, int tag) {
        return html.regionMatches(true, tag + 1, "img", 0, 3) || html.regionMatches(true, tag + 1, "image", 0, 5);
    }

    private static boolean isFromElsewhere(String html, int picture) {
        // Up to the next tag: ">" may stand within a value. Each letter is looked at once, however many tags there are.
        int limit = Math.min(html.length(), picture + TAG_MAX);
        int end = picture + 1;
        while (end < limit && html.charAt(end) != '<') {
            end++;
        }
        return ELSEWHERE.matcher(html).region(picture, end).find();
    }

    boolean isBlank() {
        return source.isBlank();
    }

    /** It was longer than is read. */
    boolean cut() {
        return cut;
    }

    /** It has pictures from elsewhere, as far as a look at its source tells: those may be hidden, or named in a way that holds none. */
    boolean asksOthers() {
        return asksOthers;
    }

    /** Its words. */
    String plain() {
        return text().plain();
    }

    /** The pictures of the mail that it shows: their content ids in small letters. */
    Set<String> pictures() {
        return text().pictures();
    }

    /** What a browser may be given. */
    String harmless() {
        Document document = tree();
        NodeTraversor.filter(new Sight(), document);
        return HarmlessHtml.of(document.body(), HARMLESS);
    }

    private HtmlText.Read text() {
        if (text.isEmpty()) {
            Document document = tree();
            Sight sight = new Sight();
            if (source.contains(OF_GMAIL)) {
                NodeTraversor.filter(sight, document);
            }
            text = Optional.of(HtmlText.of(document.body(), sight.quotesAreMarked));
        }
        return text.get();
    }

    private Document tree() {
        return Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(source, "");
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
            if (UNSEEN.contains(tag) || isHidden(element)) {
                return FilterResult.REMOVE;
            }
            if (tag.equals("img")) {
                holdBack(element);
            }
            quotesAreMarked |= tag.equals("blockquote");
            return FilterResult.CONTINUE;
        }
    }

    static boolean isHidden(Element element) {
        return element.attributesSize() > 0 && isHiding(element.attr("style"));
    }

    /** Newsletters have a style at each of their tags, so no pattern. */
    private static boolean isHiding(String style) {
        for (int colon = style.indexOf(':'); colon >= 0; colon = style.indexOf(':', colon + 1)) {
            int name = colon;
            while (name > 0 && Character.isWhitespace(style.charAt(name - 1))) {
                name--;
            }
            int value = colon + 1;
            while (value < style.length() && Character.isWhitespace(style.charAt(value))) {
                value++;
            }
            for (Map.Entry<String, String> hiding : HIDING.entrySet()) {
                int length = hiding.getKey().length();
                if (style.regionMatches(true, name - length, hiding.getKey(), 0, length)
                        && style.regionMatches(
                                true,
                                value,
                                hiding.getValue(),
                                0,
                                hiding.getValue().length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The id of a picture of the mail. */
    static Optional<String> pictureOfTheMail(Element picture) {
        String address = picture.attr("src").strip();
        return PICTURE_OF_THE_MAIL.matcher(address).matches()
                ? Optional.of(address.substring(OF_THE_MAIL.length()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Text in the place of HTML, when other texts of the mail are HTML. */
    static String ofText(String text) {
        String escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + escaped.replace("\n", "<br />") + "</p>";
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
}
