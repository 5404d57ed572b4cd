package io.ahoy.telephony.agi;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.history.History;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Wish;
import java.time.Duration;
import java.time.Instant;

/**
 * What the router does for a customer beside putting him into his queue.
 *
 * @param vipHeadStart of customers marked as VIP
 * @param lastAgentPatience how long a caller waits for the agent who spoke with him last; zero: not at all
 */
public record Grants(Duration vipHeadStart, Duration lastAgentPatience) {
    public static final Grants NONE = new Grants(Duration.ZERO, Duration.ZERO);
    /** For so long a customer counts as the agent's who spoke with him. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    Wish wish(Customer customer, History history, Instant at) {
        Wish wish = customer.vip() ? Wish.NONE.headStart(vipHeadStart) : Wish.NONE;
        if (lastAgentPatience.isZero()) {
            return wish;
        }
        return history.lastAgent(customer.id(), at.minus(REMEMBERED))
                .map(agent -> wish.preferring(new AgentId(agent), lastAgentPatience))
                .orElse(wish);
    }
}
