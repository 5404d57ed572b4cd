package io.ahoy.crm.team;

import io.ahoy.crm.team.Overflow.ToQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Queues that send their customers round in a circle. By steps of one condition, which is likely to hold in all of them at once, and by
 * steps that always apply: that is refused. By steps of several conditions, as when one is full and the other closed: that is possible,
 * but may be known never to happen, so that it can be stored all the same.
 */
final class OverflowLoops {
    /** In the words of the message. */
    private static final Map<Class<? extends Overflow.When>, String> CONDITIONS = conditions();

    private final Map<String, Map<String, Integer>> ways = new LinkedHashMap<>();
    private final Map<String, Queue> byId = new LinkedHashMap<>();
    private final Optional<String> words;
    private final List<ConfigurationProblem> problems;
    private final Set<Set<String>> told;

    /** @param words of the condition that all steps have; absent: they may have several */
    private OverflowLoops(
            List<Queue> queues,
            Predicate<Overflow.When> condition,
            Optional<String> words,
            List<ConfigurationProblem> problems,
            Set<Set<String>> told) {
        this.words = words;
        this.problems = problems;
        this.told = told;
        queues.forEach(queue -> byId.put(queue.id(), queue));
        for (Queue queue : queues) {
            Map<String, Integer> to = new LinkedHashMap<>();
            for (int i = 0; i < queue.overflow().size(); i++) {
                Overflow step = queue.overflow().get(i);
                if (step.action() instanceof ToQueue(String next) && condition.test(step.when())) {
                    to.putIfAbsent(next, i);
                }
            }
            ways.put(queue.id(), to);
        }
    }

    static void find(List<Queue> queues, List<ConfigurationProblem> problems) {
        // A circle is told once, even if it holds under several conditions.
        Set<Set<String>> told = new LinkedHashSet<>();
        CONDITIONS.forEach((condition, words) -> new OverflowLoops(
                        queues,
                        when -> condition.isInstance(when) || isAlways(when),
                        Optional.of(words),
                        problems,
                        told)
                .search());
        new OverflowLoops(queues, OverflowLoops::comesAgain, Optional.empty(), problems, told).search();
    }

    private void search() {
        Set<String> done = new LinkedHashSet<>();
        byId.keySet().forEach(queue -> walk(queue, new ArrayList<>(), done));
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
                words.map(condition ->
                                "Overflow goes round in a circle (%s): %s -> %s. Let one of them overflow elsewhere, or not at all."
                                        .formatted(condition, String.join(" -> ", circle), first))
                        .orElseGet(() ->
                                "Overflow can go round in a circle: %s -> %s. Let one of them overflow elsewhere, or not at all."
                                        .formatted(steps(circle), first)),
                words.isEmpty()));
    }

    /** Each with the condition under which it leads to the next. */
    private String steps(List<String> circle) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            String from = circle.get(i);
            String to = circle.get((i + 1) % circle.size());
            int step = ways.getOrDefault(from, Map.of()).getOrDefault(to, 0);
            Optional<String> condition = Optional.ofNullable(byId.get(from))
                    .map(queue -> queue.overflow().get(step).when())
                    .flatMap(when -> Optional.ofNullable(CONDITIONS.get(when.getClass())));
            steps.add(from + condition.map(known -> " (" + known + ")").orElse(""));
        }
        return String.join(" -> ", steps);
    }

    /** Hours end once a day, and who enters after that is not moved by it: nobody is sent round and round. */
    private static boolean comesAgain(Overflow.When when) {
        return !(when instanceof Overflow.Closing);
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
