package io.ahoy.desktop.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request that cannot be granted, told as {@code application/problem+json} (RFC 9457).
 *
 * <p>Thrown by verbs; the message says what is wrong and what to do.
 */
public final class Problem extends RuntimeException {
    private final int status;
    private final String title;
    private final Optional<String> field;
    private final Optional<Duration> retryAfter;
    private final transient Optional<List<Wrong>> problems;
    private final transient Optional<Object> present;

    /**
     * One of several things that are wrong.
     *
     * @param forcible {@code force=true} stores it all the same
     */
    public record Wrong(String kind, String id, String field, String message, boolean forcible) {}

    private Problem(int status, String title, String detail, Optional<String> field, Optional<Duration> retryAfter) {
        this(status, title, detail, field, retryAfter, Optional.empty(), Optional.empty());
    }

    private Problem(
            int status,
            String title,
            String detail,
            Optional<String> field,
            Optional<Duration> retryAfter,
            Optional<List<Wrong>> problems,
            Optional<Object> present) {
        super(detail, null, false, false);
        this.problems = problems;
        this.present = present;
        this.status = status;
        this.title = title;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    public static Problem malformed(String detail) {
        return new Problem(400, "Malformed request", detail, Optional.empty(), Optional.empty());
    }

    public static Problem signInFirst() {
        return new Problem(401, "Not signed in", "Sign in to go on.", Optional.empty(), Optional.empty());
    }

    public static Problem unauthorised(String detail) {
        return new Problem(401, "Not signed in", detail, Optional.empty(), Optional.empty());
    }

    public static Problem wrongPassword() {
        String detail = "Login or password is wrong.";
        return new Problem(401, "Not signed in", detail, Optional.empty(), Optional.empty());
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Not allowed", detail, Optional.empty(), Optional.empty());
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, Optional.empty(), Optional.empty());
    }

    public static Problem tooLate(String detail) {
        return new Problem(409, "No longer possible", detail, Optional.empty(), Optional.empty());
    }

    public static Problem unprocessable(String field, String detail) {
        return new Problem(422, "Not understood", detail, Optional.of(field), Optional.empty());
    }

    /** At least one. */
    public static Problem wrong(List<Wrong> problems) {
        String detail = problems.stream()
                .map(one -> one.kind() + "/" + one.id() + " " + one.field() + ": " + one.message())
                .collect(Collectors.joining(" "));
        Optional<String> field = Optional.of(problems.getFirst().field());
        return new Problem(
                422, "Not possible", detail, field, Optional.empty(), Optional.of(problems), Optional.empty());
    }

    /** @param present as it is now */
    public static Problem changedMeanwhile(String detail, Object present) {
        return new Problem(
                409,
                "Changed meanwhile",
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(present));
    }

    /** @param present as it is now */
    public static Problem stale(String detail, Object present) {
        return new Problem(
                412,
                "Changed meanwhile",
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(present));
    }

    public static Problem versionNeeded() {
        String detail = "Send the ETag of what you read as If-Match, so that nobody's change is overwritten.";
        return new Problem(428, "Version needed", detail, Optional.of("If-Match"), Optional.empty());
    }

    public static Problem tooMany(String detail, Duration retryAfter) {
        return new Problem(429, "Too many attempts", detail, Optional.empty(), Optional.of(retryAfter));
    }

    public static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail, Optional.empty(), Optional.empty());
    }

    public static Problem away(String detail) {
        return new Problem(503, "Away for the moment", detail, Optional.empty(), Optional.of(Duration.ofSeconds(2)));
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> notFound("There is nothing at this address.");
            case 405 -> new Problem(405, "Not allowed", "Not with this method.", Optional.empty(), Optional.empty());
            case 413 -> tooLarge("At most 64 kB.");
            default -> new Problem(status, "Refused", "The request was refused.", Optional.empty(), Optional.empty());
        };
    }

    static Problem broken(String reference) {
        String detail = "Something is broken on the server; its log names the cause under " + reference + ".";
        return new Problem(500, "Broken", detail, Optional.empty(), Optional.empty());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Optional<String> field() {
        return field;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Body body() {
        return new Body("about:blank", title, status, String.valueOf(getMessage()), field, problems, present);
    }

    record Body(
            String type,
            String title,
            int status,
            String detail,
            Optional<String> field,
            Optional<List<Wrong>> problems,
            Optional<Object> present) {}
}
