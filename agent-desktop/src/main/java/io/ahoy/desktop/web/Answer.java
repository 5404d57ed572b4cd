package io.ahoy.desktop.web;

import io.vertx.core.http.Cookie;
import java.util.Optional;

/** What a verb answers: a body or nothing, and now and then a cookie. */
public record Answer(Optional<Object> body, Optional<Cookie> cookie) {
    public static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());

    public static Answer of(Object body) {
        return new Answer(Optional.of(body), Optional.empty());
    }

    public Answer with(Cookie cookie) {
        return new Answer(body, Optional.of(cookie));
    }
}
