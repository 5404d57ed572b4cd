package io.ahoy.telephony.agi;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.history.History;
import io.ahoy.crm.team.CustomerSegment;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the router does for a customer beside putting him into his queue.
 *
 * @param lastAgentPatience how long a caller waits for the agent who works on his open case or spoke with him last; zero: not at all
 */
public record Grants(Duration lastAgentPatience) {
    public static final Grants NONE = new Grants(Duration.ZERO);
    /** For so long a customer counts as the agent's who spoke with him. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    Wish wish(Customer customer, Optional<CustomerSegment> segment, History history, Instant at) {
        Wish wish = segment.map(of -> Wish.NONE.headStart(of.headStart()).tier(of.tier()))
                .orElse(Wish.NONE);
        if (lastAgentPatience.isZero()) {
            return wish;
        }
        return history.agentOf(customer.id(), at.minus(REMEMBERED))
                .map(agent -> wish.preferring(new AgentId(agent), lastAgentPatience))
                .orElse(wish);
    }
}
