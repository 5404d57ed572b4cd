package io.ahoy.router.channel.email.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.TagBalancingHtmlStreamEventReceiver;

/**
 * Writes HTML that has been taken apart through the sieve of a policy. The sieve is told the tree itself, so that nothing can be
 * understood in another way than it was read, and nothing is written and read again.
 */
final class HarmlessHtml implements NodeVisitor {
    /** As the sieve's own reader sets it. */
    private static final int NESTING_MAX = 256;

    private final Element body;
    private final HtmlStreamEventReceiver sieve;

    private HarmlessHtml(Element body, HtmlStreamEventReceiver sieve) {
        this.body = body;
        this.sieve = sieve;
    }

    /** @return what is left of what stands in the body */
    static String of(Element body, PolicyFactory policy) {
        StringBuilder html = new StringBuilder();
        // A string takes all that is written; what the renderer would complain of are mistakes of the policy's own.
        HtmlStreamRenderer renderer = HtmlStreamRenderer.create(html, mistake -> {});
        TagBalancingHtmlStreamEventReceiver sieve = new TagBalancingHtmlStreamEventReceiver(policy.apply(renderer));
        sieve.setNestingLimit(NESTING_MAX);
        sieve.openDocument();
        NodeTraversor.traverse(new HarmlessHtml(body, sieve), body);
        sieve.closeDocument();
        return html.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && !(node instanceof CDataNode)) {
            sieve.text(atBeginOfPre(words) ? "\n" + words.getWholeText() : words.getWholeText());
        } else if (node instanceof DataNode source) {
            // What is left of it is an example, not a program.
            sieve.text(source.getWholeData());
        } else if (node instanceof Element element && element != body) {
            sieve.openTag(element.normalName(), attributes(element));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element != body && !isAlone(element)) {
            sieve.closeTag(element.normalName());
        }
    }

    /** A line end there is no line to whoever reads it, so the first of two is lost at each reading. */
    private static boolean atBeginOfPre(TextNode words) {
        return words.previousSibling() == null
                && words.getWholeText().startsWith("\n")
                && words.parentNode() instanceof Element around
                && around.normalName().equals("pre");
    }

    /** It has no end. */
    private static boolean isAlone(Element element) {
        return element.childNodeSize() == 0 && element.tag().isSelfClosing();
    }

    /** @return names and values by turns, which the sieve changes; what has no value is its own */
    private static List<String> attributes(Element element) {
        List<String> attributes = new ArrayList<>();
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                attributes.add(attribute.getKey());
                attributes.add(attribute.hasDeclaredValue() ? attribute.getValue() : attribute.getKey());
            }
        }
        return attributes;
    }
}
