package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.Bounce.Failed;
import io.ahoy.router.channel.email.meaning.Bounce.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an address was not reached, from the server's status and words. A specific status counts first, since some notices list every
 * thinkable reason in their explanation; then words; then the rough class of the code.
 */
final class BounceReason {
    /** RFC 3463, where the code alone says enough. What is missing (5.0.0, 5.1.0, 5.4.0, 5.5.0 …) is used for anything. */
    private static final Map<String, Kind> BY_STATUS = Map.ofEntries(
            Map.entry("1.1", Kind.UNKNOWN_USER),
            Map.entry("1.3", Kind.UNKNOWN_USER),
            Map.entry("1.6", Kind.UNKNOWN_USER),
            Map.entry("1.10", Kind.UNKNOWN_USER),
            Map.entry("2.1", Kind.UNKNOWN_USER),
            Map.entry("1.2", Kind.DOMAIN_UNKNOWN),
            Map.entry("4.310", Kind.DOMAIN_UNKNOWN),
            Map.entry("2.2", Kind.MAILBOX_FULL),
            Map.entry("2.3", Kind.TOO_LARGE),
            Map.entry("3.4", Kind.TOO_LARGE));

    /** "Mailbox full" is said more precisely than "refused". */
    private static final List<Kind> ORDER = List.of(
            Kind.MAILBOX_FULL, Kind.TOO_LARGE, Kind.DOMAIN_UNKNOWN, Kind.UNKNOWN_USER, Kind.REFUSED, Kind.TEMPORARY);

    // Not a part of an IP address or a version: no figure or point on either side.
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d]|\\.\\d)");
    private static final Pattern SMTP_CODE = Pattern.compile("(?<![\\d.:/-])([45][0-5]\\d)(?=[ \\-:#,)]|$)");

    private BounceReason() {}

    /** @param tried whether the server goes on trying, as a notice of delay says */
    static Failed failed(String address, Optional<String> statusField, String words, String context, boolean tried) {
        Optional<String> status = statusField
                .filter(BounceReason::isSpecific)
                .or(() -> statusIn(words))
                .or(() -> statusField);
        Kind kind = tried ? Kind.DELAYED : kind(status, words, context);
        boolean permanent = status.map(code -> code.startsWith("5"))
                .orElseGet(
                        () -> smtpCode(words).map(code -> code.startsWith("5")).orElse(true));
        boolean hard = switch (kind) {
            case UNKNOWN_USER, DOMAIN_UNKNOWN, OTHER -> permanent;
            case MAILBOX_FULL, REFUSED, TOO_LARGE, DELAYED, TEMPORARY -> false;
        };
        return new Failed(address, status, hard, !tried, kind, words.strip());
    }

    /** The first status code of RFC 3463 in the words. */
    static Optional<String> statusIn(String words) {
        Matcher matcher = STATUS.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Optional<String> smtpCode(String words) {
        Matcher matcher = SMTP_CODE.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Kind kind(Optional<String> status, String words, String context) {
        String detail = status.map(code -> code.substring(2)).orElse("");
        if (BY_STATUS.containsKey(detail)) {
            return BY_STATUS.get(detail);
        }
        Optional<Kind> byWords = inWords(words).or(() -> inWords(context));
        if (detail.startsWith("7.")) {
            // Some servers say "not allowed" (5.7.1) where they mean that nobody of that name is there.
            return byWords.filter(kind -> kind == Kind.UNKNOWN_USER).orElse(Kind.REFUSED);
        }
        boolean passing = status.or(() -> smtpCode(words))
                .filter(code -> code.startsWith("4"))
                .isPresent();
        return byWords.orElse(passing ? Kind.TEMPORARY : Kind.OTHER);
    }

    private static Optional<Kind> inWords(String words) {
        String plain = Lines.plain(words);
        return ORDER.stream()
                .filter(kind -> BounceWords.BY_KIND.getOrDefault(kind, List.of()).stream()
                        .anyMatch(plain::contains))
                .findFirst();
    }

    private static boolean isSpecific(String status) {
        return !status.endsWith(".0.0") && !status.endsWith(".1.0") && !status.endsWith(".5.0");
    }
}
