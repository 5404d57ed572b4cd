package io.ahoy.desktop.web.mail;

import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.InteractionView;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the line, which remains when whoever stood there has gone. As text: {@code tier.rank.id}, the rank in milliseconds of the epoch. */
record LinePlace(int tier, long rank, UUID id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\.(-?\\d{1,18})\\.([0-9a-f-]{36})");

    static LinePlace of(InteractionView view) {
        return new LinePlace(view.tier(), view.rank().toEpochMilli(), view.id().value());
    }

    static LinePlace parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problem.unprocessable("after", "Must be the next of the page before.");
        }
        try {
            return new LinePlace(
                    Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), UUID.fromString(parts.group(3)));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("after", "Must be the next of the page before.");
        }
    }

    /** Whether that one comes later in the line. */
    boolean isBefore(InteractionView view) {
        if (tier != view.tier()) {
            return tier > view.tier();
        }
        Instant own = Instant.ofEpochMilli(rank);
        return own.equals(view.rank()) ? id.compareTo(view.id().value()) < 0 : own.isBefore(view.rank());
    }

    @Override
    public String toString() {
        return tier + "." + rank + "." + id;
    }
}
