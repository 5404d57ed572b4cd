package io.ahoy.router.channel;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.history.History;
import io.ahoy.crm.team.CustomerSegment;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the router does for a customer beside putting him into his queue.
 *
 * @param lastAgentPatience how long a customer waits for the agent who works on his open case or spoke with him last; zero: not at all
 */
public record Grants(Duration lastAgentPatience) {
    public static final Grants NONE = new Grants(Duration.ZERO);
    /** For so long a customer counts as the agent's who spoke with him. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    public Wish wish(Customer customer, Optional<CustomerSegment> segment, History history, Instant at) {
        SortedSet<AgentId> never = never(customer);
        Wish wish = segment.map(of -> Wish.NONE.headStart(of.headStart()).tier(of.tier()))
                .orElse(Wish.NONE)
                .never(never);
        if (lastAgentPatience.isZero()) {
            return wish;
        }
        return history.agentOf(customer.id(), at.minus(REMEMBERED))
                .map(AgentId::new)
                // Nobody waits for somebody whom he is not to meet.
                .filter(agent -> !never.contains(agent))
                .map(agent -> wish.preferring(agent, lastAgentPatience))
                .orElse(wish);
    }

    private static SortedSet<AgentId> never(Customer customer) {
        return customer.neverOffered().stream()
                .map(agent -> new AgentId(agent.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
