package io.ahoy.crm.team;

import io.ahoy.crm.team.Overflow.ToQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Queues that send their customers round in a circle: by steps of one condition, which is likely to hold in all of them at once, and
 * by steps that always apply.
 */
final class OverflowLoops {
    /** In the words of the message. */
    private static final Map<Class<? extends Overflow.When>, String> CONDITIONS = conditions();

    private final Map<String, Map<String, Integer>> ways = new LinkedHashMap<>();
    private final String words;
    private final List<ConfigurationProblem> problems;
    private final Set<Set<String>> told;

    private OverflowLoops(
            List<Queue> queues,
            Class<? extends Overflow.When> condition,
            String words,
            List<ConfigurationProblem> problems,
            Set<Set<String>> told) {
        this.words = words;
        this.problems = problems;
        this.told = told;
        for (Queue queue : queues) {
            Map<String, Integer> to = new LinkedHashMap<>();
            for (int i = 0; i < queue.overflow().size(); i++) {
                Overflow step = queue.overflow().get(i);
                if (step.action() instanceof ToQueue(String next)
                        && (condition.isInstance(step.when()) || isAlways(step.when()))) {
                    to.putIfAbsent(next, i);
                }
            }
            ways.put(queue.id(), to);
        }
    }

    static void find(List<Queue> queues, List<ConfigurationProblem> problems) {
        // A circle is told once, even if it holds under several conditions.
        Set<Set<String>> told = new LinkedHashSet<>();
        CONDITIONS.forEach((condition, words) -> {
            OverflowLoops loops = new OverflowLoops(queues, condition, words, problems, told);
            Set<String> done = new LinkedHashSet<>();
            queues.forEach(queue -> loops.walk(queue.id(), new ArrayList<>(), done));
        });
    }

    private void walk(String queue, List<String> path, Set<String> done) {
        int seen = path.indexOf(queue);
        if (seen >= 0) {
            tell(path.subList(seen, path.size()));
            return;
        }
        if (done.contains(queue)) {
            return;
        }
        path.add(queue);
        ways.getOrDefault(queue, Map.of()).keySet().forEach(next -> walk(next, path, done));
        path.removeLast();
        done.add(queue);
    }

    private void tell(List<String> circle) {
        if (!told.add(Set.copyOf(circle))) {
            return;
        }
        String last = circle.getLast();
        String first = circle.getFirst();
        int step = ways.getOrDefault(last, Map.of()).getOrDefault(first, 0);
        problems.add(new ConfigurationProblem(
                Kind.QUEUES,
                last,
                "overflow." + step,
                "Overflow goes round in a circle (%s): %s -> %s. Let one of them overflow elsewhere, or not at all."
                        .formatted(words, String.join(" -> ", circle), first),
                false));
    }

    private static boolean isAlways(Overflow.When when) {
        return when instanceof Overflow.Full(int waiting) && waiting <= 0;
    }

    private static Map<Class<? extends Overflow.When>, String> conditions() {
        Map<Class<? extends Overflow.When>, String> words = new LinkedHashMap<>();
        words.put(Overflow.Full.class, "when full");
        words.put(Overflow.Closed.class, "when closed");
        words.put(Overflow.Closing.class, "when closing");
        words.put(Overflow.NoAgent.class, "when no agent is signed in");
        words.put(Overflow.Waited.class, "after a while");
        words.put(Overflow.EstimatedOver.class, "when the estimated wait is long");
        return words;
    }
}
