package io.ahoy.crm.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The body of an article: CommonMark with tables, in which {@code ![text](file:ID)} shows a picture of the article.
 *
 * <p>Markdown is stored as it was typed and HTML never is. So versions can be compared line by line, and what is made harmless is made
 * so by the rules of the day on which it is read: a hole closed later is closed for every old article too. HTML inside of Markdown is
 * shown as text; what comes out passes a sanitiser all the same, because a renderer is no guard. Pictures come from the article's own
 * files only, for one from elsewhere would tell its server who reads.
 */
public final class ArticleBody {
    private static final String FILE = "file:";

    /** Each level is a call on the stack while rendering; what is deeper is text. */
    private static final int NESTING_MAX = 30;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(NESTING_MAX)
            .maxInlineNesting(NESTING_MAX)
            .build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "em", "strong")
            .allowElements("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "img")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .disallowWithoutAttributes("img")
            .toFactory();

    private ArticleBody() {}

    /**
     * Harmless HTML, for a page or a mail.
     *
     * @param fileAddress where the browser finds a file of the article; empty: it has none of this id
     */
    public static String html(String markdown, Function<UUID, Optional<String>> fileAddress) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .attributeProviderFactory(
                        context -> (node, tag, attributes) -> placePicture(node, attributes, fileAddress))
                .build();
        return HARMLESS.sanitize(renderer.render(PARSER.parse(markdown)));
    }

    /** Only its words, for searching and for excerpts. */
    public static String plain(String markdown) {
        return PLAIN.render(PARSER.parse(markdown));
    }

    private static void placePicture(
            Node node, Map<String, String> attributes, Function<UUID, Optional<String>> fileAddress) {
        if (node instanceof Image image) {
            Optional<String> address = fileId(image.getDestination()).flatMap(fileAddress);
            address.ifPresentOrElse(at -> attributes.put("src", at), attributes::clear);
        }
    }

    private static Optional<UUID> fileId(String destination) {
        try {
            return destination.startsWith(FILE)
                    ? Optional.of(UUID.fromString(destination.substring(FILE.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
