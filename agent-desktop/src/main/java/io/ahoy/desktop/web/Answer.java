package io.ahoy.desktop.web;

import io.vertx.core.http.Cookie;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verb answers: a body or nothing, and now and then a cookie.
 *
 * @param version of the record in the body, told as its ETag
 */
public record Answer(int status, Optional<Object> body, OptionalLong version, Optional<Cookie> cookie) {
    public static final Answer NOTHING = new Answer(204, Optional.empty(), OptionalLong.empty(), Optional.empty());

    public static Answer of(Object body) {
        return new Answer(200, Optional.of(body), OptionalLong.empty(), Optional.empty());
    }

    public static Answer of(Object body, long version) {
        return new Answer(200, Optional.of(body), OptionalLong.of(version), Optional.empty());
    }

    public static Answer created(Object body, long version) {
        return new Answer(201, Optional.of(body), OptionalLong.of(version), Optional.empty());
    }

    /** Of what has no version. */
    public static Answer created(Object body) {
        return new Answer(201, Optional.of(body), OptionalLong.empty(), Optional.empty());
    }

    public Answer with(Cookie cookie) {
        return new Answer(status, body, version, Optional.of(cookie));
    }
}
