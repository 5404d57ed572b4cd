package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationProblem.Notes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Queues that nobody can serve, however long one waits in them. */
final class Unserved {
    private final Configuration all;

    private Unserved(Configuration all) {
        this.all = all;
    }

    static void find(Configuration all, List<ConfigurationProblem> problems) {
        Unserved unserved = new Unserved(all);
        for (Queue queue : all.queues()) {
            new Notes(problems, queue)
                    .warn(
                            !unserved.isServed(queue, new HashSet<>()),
                            "needs",
                            "Nobody can serve this queue: no agent has %s%s, and its overflow leads nowhere. Give an agent"
                                    + " what is needed, widen the need, or let the queue overflow when no agent is there or"
                                    + " after a while.",
                            words(queue.widestNeed()),
                            queue.widening().isEmpty() ? "" : ", even after all widening");
        }
    }

    private boolean isServed(Queue queue, Set<String> seen) {
        if (!seen.add(queue.id())) {
            return false;
        }
        Need need = queue.widestNeed();
        boolean byAgent = all.agents().stream()
                .anyMatch(agent -> !agent.skills().isEmpty() && need.isMetBy(agent.skills(), agent.teams()));
        return byAgent || queue.overflow().stream().anyMatch(step -> helps(step, seen));
    }

    /** Whether it applies when nobody serves, and leads somewhere. */
    private boolean helps(Overflow step, Set<String> seen) {
        boolean applies = switch (step.when()) {
            case Overflow.NoAgent ignored -> true;
            case Overflow.Waited ignored -> true;
            case Overflow.Full(int waiting) -> waiting <= 0;
            case Overflow.Closed ignored -> false;
            case Overflow.Closing ignored -> false;
            case Overflow.EstimatedOver ignored -> false;
        };
        return applies
                && switch (step.action()) {
                    case Overflow.ToQueue(String to) ->
                        all.queue(to).filter(queue -> isServed(queue, seen)).isPresent();
                    case Overflow.Voicemail ignored -> true;
                    case Overflow.SendAway ignored -> true;
                    case Overflow.AutoAnswer ignored -> true;
                    case Overflow.OfferCallback ignored -> false;
                };
    }

    private static String words(Need need) {
        String skills = need.skills().entrySet().stream().map(Unserved::words).collect(Collectors.joining(" and "));
        String teams = need.teams().isEmpty() ? "" : " in " + String.join(" or ", need.teams());
        return skills.isEmpty() && teams.isEmpty() ? "any skill" : (skills.isEmpty() ? "a place" : skills) + teams;
    }

    private static String words(Map.Entry<String, Integer> one) {
        return one.getKey() + " " + one.getValue() + " or more";
    }
}
