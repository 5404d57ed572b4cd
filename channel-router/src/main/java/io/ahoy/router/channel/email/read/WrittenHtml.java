package io.ahoy.router.channel.email.read;

import java.util.regex.Pattern;

/**
 * What an agent wrote with formatting, as it may go out: through the same sieve as what comes in, since it comes from a browser and
 * may quote what strangers wrote.
 *
 * @param html harmless
 * @param plain the same words, for those who are shown no HTML
 */
public record WrittenHtml(String html, String plain) {
    /** A space at the end of a line, which HTML loses; without it no mail program takes what follows for a signature (RFC 3676, 4.3). */
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^--$");

    public static WrittenHtml of(String written) {
        Html read = Html.read(written);
        return new WrittenHtml(read.harmless(), SIGNATURE.matcher(read.plain()).replaceAll("-- "));
    }
}
