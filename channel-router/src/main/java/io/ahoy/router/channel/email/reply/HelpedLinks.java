package io.ahoy.router.channel.email.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a customer says that an article has answered him. */
@FunctionalInterface
public interface HelpedLinks {
    /** Nobody is asked. */
    HelpedLinks NONE = (mail, article, now) -> Optional.empty();

    /** @param mail that he wrote */
    Optional<String> link(UUID mail, UUID article, Instant now);
}
