package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.read.MailHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the centre's own mail server found out about the sender (RFC 8601). Results in the name of any other server are words of whoever
 * wrote the mail.
 */
final class SenderProof {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DMARC = Pattern.compile("(?:^|;)\\s*dmarc\\s*=\\s*([a-z]+)");

    private SenderProof() {}

    /** @return in a sentence, why the sender is not believed; empty when he is, or nobody can say */
    static Optional<String> doubt(MailHeaders headers, Mailbox mailbox) {
        return mailbox.authenticatedBy()
                .flatMap(server -> result(headers, server))
                .filter("fail"::equals)
                .map(failed -> "The sender's address may be forged: " + mailbox.authenticatedBy().orElseThrow()
                        + " reports dmarc=fail.");
    }

    /** The topmost one counts: a server puts its own above what it found. */
    private static Optional<String> result(MailHeaders headers, String server) {
        return headers.all("Authentication-Results").stream()
                .map(value -> COMMENT.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .filter(value -> isBy(value, server))
                .findFirst()
                .map(DMARC::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** The name may have a version behind it: {@code mx.shop.example 1; dmarc=pass}. */
    private static boolean isBy(String value, String server) {
        int end = value.indexOf(';');
        String name = (end < 0 ? value : value.substring(0, end)).strip().split("\\s", 2)[0];
        return name.equals(server.toLowerCase(Locale.ROOT));
    }
}
