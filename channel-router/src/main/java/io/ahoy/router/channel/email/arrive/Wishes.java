package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.customer.Customer;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the router does for a customer beside putting his mail into a queue. */
@FunctionalInterface
public interface Wishes {
    /** A conversation goes back to who wrote last for so long, if he is there. */
    Duration BACK_LIMIT = Duration.ofHours(1);

    Wish of(Customer customer, Instant now);

    default Wish backTo(Wish wish, UUID agent) {
        AgentId author = new AgentId(agent);
        return wish.never().contains(author) ? wish : wish.preferring(author, BACK_LIMIT);
    }
}
