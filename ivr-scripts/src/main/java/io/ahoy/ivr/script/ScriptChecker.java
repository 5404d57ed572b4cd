package io.ahoy.ivr.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is wrong between steps, and between a script and the centre that is to run it. */
public final class ScriptChecker {
    private final Script script;
    private final Map<String, Node> steps;
    private final List<Problem> problems = new ArrayList<>();

    private ScriptChecker(Script script) {
        this.script = script;
        this.steps = script.byName();
    }

    /**
     * Everything that would go wrong on a call.
     *
     * @param queues names of the centre's queues
     * @param prompts names of the sounds that exist in every language of the script
     */
    public static List<Problem> check(Script script, Set<String> queues, Set<String> prompts) {
        ScriptChecker checker = new ScriptChecker(script);
        checker.flow();
        checker.names(queues, prompts);
        return checker.problems.stream().sorted().toList();
    }

    /** Only what concerns the script alone: that its steps exist, are reachable and lead to an end. */
    public static List<Problem> checkFlow(Script script) {
        ScriptChecker checker = new ScriptChecker(script);
        checker.flow();
        return checker.problems.stream().sorted().toList();
    }

    private void flow() {
        for (Node node : script.steps()) {
            Node first = steps.getOrDefault(node.name().text(), node);
            if (!first.equals(node)) {
                problem(
                        node.name(),
                        "step \"" + node.name() + "\" was already written on line "
                                + first.name().line() + "; give one of them another name");
            }
            for (Word target : node.targets()) {
                known(target, "step", steps.keySet());
            }
        }
        if (problems.isEmpty()) {
            unreachable();
            endless();
        }
    }

    private void unreachable() {
        Set<String> reached = new HashSet<>();
        List<Node> toVisit = new ArrayList<>(List.of(script.start()));
        while (!toVisit.isEmpty()) {
            Node node = toVisit.removeLast();
            if (reached.add(node.name().text())) {
                node.targets().forEach(target -> step(target).ifPresent(toVisit::add));
            }
        }
        for (Node node : script.steps()) {
            if (!reached.contains(node.name().text())) {
                problem(node.name(), "no other step leads to \"" + node.name() + "\"; lead to it or remove it");
            }
        }
    }

    /**
     * A caller who presses nothing must come to an end. Depth first without recursion, since a long script is a long path; a step
     * that is met again while still on the path closes a circle.
     */
    private void endless() {
        Map<String, Boolean> onPath = new HashMap<>();
        for (Node start : script.steps()) {
            List<Visit> path = new ArrayList<>();
            if (onPath.putIfAbsent(start.name().text(), true) == null) {
                path.add(new Visit(start, 0));
            }
            while (!path.isEmpty()) {
                Visit visit = path.removeLast();
                if (visit.next() == visit.node().targetsInSilence().size()) {
                    onPath.put(visit.node().name().text(), false);
                    continue;
                }
                path.add(new Visit(visit.node(), visit.next() + 1));
                Word target = visit.node().targetsInSilence().get(visit.next());
                Optional<Boolean> seen = Optional.ofNullable(onPath.putIfAbsent(target.text(), true));
                if (seen.isEmpty()) {
                    step(target).ifPresent(node -> path.add(new Visit(node, 0)));
                } else if (seen.get()) {
                    problem(target, circle(path, target));
                }
            }
        }
    }

    private record Visit(Node node, int next) {}

    private static String circle(List<Visit> path, Word target) {
        List<String> names =
                path.stream().map(visit -> visit.node().name().text()).toList();
        List<String> round = new ArrayList<>(names.subList(names.indexOf(target.text()), names.size()));
        round.add(target.text());
        String way = round.size() <= 6
                ? String.join(" → ", round)
                : String.join(" → ", round.subList(0, 3)) + " → … → " + target;
        return "a caller who presses nothing goes round for ever: " + way
                + "; let one of these steps lead to an enqueue or hangup";
    }

    private void names(Set<String> queues, Set<String> prompts) {
        for (Node node : script.steps()) {
            for (Word prompt : node.prompts()) {
                known(prompt, "prompt", prompts);
            }
            if (node instanceof Node.Enqueue enqueue) {
                known(enqueue.queue(), "queue", queues);
            }
        }
    }

    private void known(Word word, String what, Collection<String> names) {
        if (names.contains(word.text())) {
            return;
        }
        String advice = Nearest.among(word.text(), names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> names.isEmpty() ? "there is none at all" : "there are " + some(names));
        problem(word, "there is no " + what + " \"" + word + "\"; " + advice);
    }

    private static String some(Collection<String> names) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(names));
        return sorted.size() <= 10 ? String.join(", ", sorted) : String.join(", ", sorted.subList(0, 10)) + " …";
    }

    private Optional<Node> step(Word target) {
        return Optional.ofNullable(steps.get(target.text()));
    }

    private void problem(Word at, String what) {
        problems.add(new Problem(script.file(), at.line(), at.column(), what));
    }
}
