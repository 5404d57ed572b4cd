package io.ahoy.router.channel.email.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as they stand in headers and notices. */
final class Addresses {
    // Bounded on both sides of the "@" (RFC 5321: 64 and 255), and possessive, so that no line can make it slow.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+=/~-])[\\p{L}\\p{N}._%+=/~&'#!?*${}^|-]{1,64}+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?");
    private static final int SEARCHED_MAX = 2_000;

    private Addresses() {}

    static Optional<String> firstIn(String text) {
        return allIn(text).stream().findFirst();
    }

    /** In small letters, in their order; of the first 2,000 characters. */
    static List<String> allIn(String text) {
        List<String> found = new ArrayList<>();
        if (text.indexOf('@') < 0) {
            return found;
        }
        Matcher matcher = ADDRESS.matcher(text.length() > SEARCHED_MAX ? text.substring(0, SEARCHED_MAX) : text);
        while (matcher.find()) {
            String address = matcher.group().toLowerCase(Locale.ROOT);
            found.add(address.startsWith("'") ? address.substring(1) : address);
        }
        return found;
    }

    /** Before the "@", only letters and figures, so that "no-reply", "no_reply" and "noreply" are one. */
    static String bareLocalPart(String address) {
        int at = address.lastIndexOf('@');
        StringBuilder bare = new StringBuilder();
        address.substring(0, Math.max(at, 0))
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> bare.append((char) c));
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
