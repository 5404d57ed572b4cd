package io.ahoy.crm.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which interactions a timeline shows; what is absent does not matter.
 *
 * @param organisation those with its people at the time
 * @param agent who spoke in them
 * @param serviceCase they belong to
 * @param from arrived then or later
 * @param to arrived before then
 * @param except not this one
 */
public record HistoryFilter(
        Optional<UUID> customer,
        Optional<UUID> organisation,
        Optional<UUID> agent,
        Optional<UUID> serviceCase,
        Optional<String> channel,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<UUID> except) {
    public static final HistoryFilter ALL = new HistoryFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static HistoryFilter of(UUID customer) {
        return new HistoryFilter(
                Optional.of(customer),
                ALL.organisation,
                ALL.agent,
                ALL.serviceCase,
                ALL.channel,
                ALL.from,
                ALL.to,
                ALL.except);
    }

    public static HistoryFilter ofAgent(UUID agent) {
        return new HistoryFilter(
                ALL.customer,
                ALL.organisation,
                Optional.of(agent),
                ALL.serviceCase,
                ALL.channel,
                ALL.from,
                ALL.to,
                ALL.except);
    }

    public static HistoryFilter ofCase(UUID serviceCase) {
        return new HistoryFilter(
                ALL.customer,
                ALL.organisation,
                ALL.agent,
                Optional.of(serviceCase),
                ALL.channel,
                ALL.from,
                ALL.to,
                ALL.except);
    }

    /** Nothing else says where to begin. */
    boolean isOfAgentOnly() {
        return agent.isPresent() && customer.isEmpty() && organisation.isEmpty() && serviceCase.isEmpty();
    }

    /** Nobody of those looked at can be left out. */
    boolean isWholeAgent() {
        return channel.isEmpty() && from.isEmpty() && to.isEmpty() && except.isEmpty();
    }

    public HistoryFilter without(UUID interaction) {
        return new HistoryFilter(
                customer, organisation, agent, serviceCase, channel, from, to, Optional.of(interaction));
    }
}
