package io.ahoy.router.channel.email.receive;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.OwnMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that a server lists and cannot give out. After some tries one is left where it is, an agent is told in its place, and the
 * mailbox goes on. For one thread.
 */
final class Unfetchable {
    private static final int TRIES = 3;
    /** A line that breaks for a moment is no reason to give a message up. */
    private static final Duration TRIED_FOR = Duration.ofMinutes(1);

    private final Map<String, Trouble> troubles = new HashMap<>();

    private record Trouble(int tries, Instant first, String words) {}

    /** @param place what names the message in its mailbox */
    void failed(String place, Instant now, Exception why) {
        troubles.merge(
                place,
                new Trouble(1, now, String.valueOf(why.getMessage())),
                (before, again) -> new Trouble(before.tries() + 1, before.first(), again.words()));
    }

    void fetched(String place) {
        troubles.remove(place);
    }

    boolean isGivenUp(String place, Instant now) {
        Trouble trouble = troubles.get(place);
        return trouble != null
                && trouble.tries() >= TRIES
                && !trouble.first().plus(TRIED_FOR).isAfter(now);
    }

    /** What stands in its place, to be dealt with by whoever works with the mailbox. */
    byte[] notice(Mailbox mailbox, String place, Instant now) throws IOException {
        String words = troubles.containsKey(place) ? troubles.get(place).words() : "";
        return OwnMessage.write(
                UUID.randomUUID() + "@unfetchable." + mailbox.name(),
                mailbox.address(),
                mailbox.address(),
                "A message could not be fetched",
                now,
                notice -> notice.setText(
                        """
                    A message in mailbox %s (%s) could not be fetched from %s in %d tries:

                    %s

                    It is still there and was not marked. Look at it with another mail program; moved out of the folder %s and in again, it is tried again.
                    """.formatted(
                                        mailbox.name(),
                                        place,
                                        mailbox.receiving().host(),
                                        TRIES,
                                        words,
                                        mailbox.receiving().folder()),
                        StandardCharsets.UTF_8.name()));
    }
}
