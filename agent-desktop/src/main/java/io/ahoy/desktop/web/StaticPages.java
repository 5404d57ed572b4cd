package io.ahoy.desktop.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/** The browser app. Files under {@code /assets} carry a hash in their name and are kept for ever; pages are asked for anew. */
final class StaticPages {
    private static final List<String> AGENTS_PAGES =
            List.of("/", "/board", "/history", "/customers", "/organisations", "/cases", "/articles", "/admin");

    /** What pages of the desktop lie below. */
    static final List<String> AGENTS_FOLDERS = List.of(
            "board", "history", "customers", "organisations", "cases", "articles", "mail", "rules", "reports", "admin");

    private StaticPages() {}

    static void register(Router router) {
        AGENTS_PAGES.forEach(path -> router.get(path).handler(page("webroot/index.html")));
        router.getWithRegex("/(" + String.join("|", AGENTS_FOLDERS) + ")/.*").handler(page("webroot/index.html"));
        router.get("/contact").handler(page("webroot/contact.html"));
        router.get("/try-mail").handler(page("webroot/try-mail.html"));
        router.get("/assets/*")
                .handler(StaticPages::keepForEver)
                .handler(StaticHandler.create("webroot/assets").setCachingEnabled(false));
        router.get("/*")
                .handler(StaticHandler.create("webroot").setCachingEnabled(true).setMaxAgeSeconds(3600));
    }

    private static void keepForEver(RoutingContext routing) {
        routing.addHeadersEndHandler(ignored -> {
            if (routing.response().getStatusCode() == 200) {
                routing.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            }
        });
        routing.next();
    }

    private static Handler<RoutingContext> page(String file) {
        return routing -> routing.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .sendFile(file)
                .onFailure(routing::fail);
    }
}
