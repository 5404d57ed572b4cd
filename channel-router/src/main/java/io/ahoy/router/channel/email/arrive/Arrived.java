package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import java.util.Optional;
import java.util.UUID;

/** What follows when a mail is where it belongs. */
public interface Arrived {
    /**
     * It waits in a queue now.
     *
     * @param followUp it goes on with a conversation
     * @param service the case that it belongs to
     */
    void routed(Understood mail, Mailbox mailbox, Route route, boolean followUp, Optional<Case> service);

    /** Those that came together are where they belong: what is written of them all may be written at once. */
    void allRouted();

    /** It is one more of an interaction that waits already, or that somebody works on. */
    void joined(Understood mail, UUID interaction);
}
