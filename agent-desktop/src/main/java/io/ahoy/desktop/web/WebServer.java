package io.ahoy.desktop.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens and serves: the API and its feed under {@code /api/v1}, the browser app elsewhere. */
public final class WebServer implements AutoCloseable {
    private static final int BODY_MAX = 64 * 1024;
    private static final int FEED_MESSAGE_MAX = 16 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /** @return the parent of everything under {@code /api/v1}; routes are added to it before {@link #start} */
    public static Router apiRouter(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_MAX));
        return router;
    }

    /** @throws ExecutionException the address cannot be listened on */
    public static WebServer start(Vertx vertx, String host, int port, Router apiRoutes, Api api, HelpedPage helped)
            throws ExecutionException, InterruptedException, TimeoutException {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders());
        router.route("/api/v1/*").subRouter(apiRoutes);
        router.route("/api/*").handler(routing -> routing.fail(404));
        helped.register(router);
        StaticPages.register(router);
        router.route().failureHandler(api::sendFailure);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxWebSocketMessageSize(FEED_MESSAGE_MAX)
                .setMaxWebSocketFrameSize(FEED_MESSAGE_MAX)
                .setMaxFormAttributeSize(BODY_MAX)
                .setIdleTimeout(120)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return new WebServer(server);
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Vert.x itself is closed next and takes the connections with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
