package io.ahoy.desktop.web;

import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.router.channel.email.helped.Helped;
import io.ahoy.router.channel.email.helped.HelpedWords;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * {@code /helped/{token}}: where a customer says that an article has answered him. A page without scripts for whatever browser he has;
 * looking at it changes nothing, because programs that look for viruses follow every link.
 */
public final class HelpedPage {
    private static final int PER_SECOND = 2;
    private static final int BURST = 20;
    /** Addresses share so many limits, so that nobody fills the memory with them. */
    private static final int LIMITS = 0xffff;

    private static final String STYLE =
            "html { color-scheme: light dark; font: 18px/28px sans-serif } body { max-width: 32em; margin: 3em auto; padding: 0 1em }"
                    + " button { font: inherit; padding: .5em 1.5em }";
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Helped.Seen AWAY =
            new Helped.Seen(Helped.State.AWAY, HelpedWords.in(Optional.empty()), Optional.empty());

    private final Helped helped;
    private final Blocking blocking;
    private final ClientAddresses addresses;
    private final InstantSource clock;
    private final RateLimit limit = new RateLimit(PER_SECOND, BURST);

    public HelpedPage(Helped helped, Blocking blocking, ClientAddresses addresses, InstantSource clock) {
        this.helped = helped;
        this.blocking = blocking;
        this.addresses = addresses;
        this.clock = clock;
    }

    void register(Router router) {
        router.get("/helped/:token").handler(routing -> answer(routing, false));
        router.post("/helped/:token").handler(routing -> answer(routing, true));
    }

    private void answer(RoutingContext routing, boolean said) {
        String token = Optional.ofNullable(routing.pathParam("token")).orElse("");
        blocking.run(() -> {
                    limit.take(caller(routing), clock.instant());
                    return said ? helped.tell(token, clock.instant()) : helped.look(token, clock.instant());
                })
                .onSuccess(seen -> send(routing, status(seen.state(), said), seen))
                .onFailure(failed -> {
                    // Whoever stands before this page reads sentences, and no JSON.
                    if (failed instanceof Problem problem) {
                        send(routing, problem.status(), AWAY);
                    } else if (failed instanceof DatabaseDown) {
                        send(routing, status(Helped.State.AWAY, said), AWAY);
                    } else {
                        routing.fail(failed);
                    }
                });
    }

    private static void send(RoutingContext routing, int status, Helped.Seen seen) {
        routing.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Robots-Tag", "noindex")
                .end(page(seen));
    }

    private UUID caller(RoutingContext routing) {
        return new UUID(0, addresses.of(routing.request()).hashCode() & LIMITS);
    }

    private static int status(Helped.State state, boolean said) {
        return switch (state) {
            case OPEN, DONE, NOTED -> 200;
            case UNDER_WAY -> said ? 202 : 200;
            case ALREADY -> said ? 409 : 200;
            case EXPIRED -> 410;
            case UNKNOWN -> 404;
            case AWAY -> 503;
        };
    }

    private static String page(Helped.Seen seen) {
        HelpedWords words = seen.words();
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.child(0).attr("lang", words.language());
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.title(words.question());
        page.head().appendElement("style").appendText(STYLE);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.question());
        switch (seen.state()) {
            case OPEN -> ask(main, words);
            case DONE -> {
                main.appendElement("p").attr("role", "status").text(words.thanks());
                main.appendElement("p").text(words.again());
            }
            case NOTED -> main.appendElement("p").attr("role", "status").text(words.noted());
            case UNDER_WAY -> main.appendElement("p").attr("role", "status").text(words.underWay());
            case ALREADY -> {
                main.appendElement("p").attr("role", "status").text(words.already());
                main.appendElement("p").text(words.again());
            }
            case EXPIRED -> main.appendElement("p").text(words.expired());
            case UNKNOWN -> main.appendElement("p").text(words.unknown());
            case AWAY -> {
                main.appendElement("p").text(words.later());
                ask(main, words);
            }
        }
        seen.number().ifPresent(number -> main.appendElement("p").text(words.number() + " " + number));
        return page.outerHtml();
    }

    /** To the address of the page itself. */
    private static void ask(Element main, HelpedWords words) {
        main.appendElement("p").text(words.lead());
        main.appendElement("form")
                .attr("method", "post")
                .appendElement("button")
                .attr("type", "submit")
                .text(words.button());
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
