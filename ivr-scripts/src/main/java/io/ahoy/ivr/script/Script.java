package io.ahoy.ivr.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script as it was read: its steps in the order of the text. A call begins at the first.
 *
 * @param file its name, for messages
 * @param languages that its prompts are recorded in; the first is spoken until another is chosen
 */
public record Script(String file, List<String> languages, List<Node> steps) {
    public Script {
        languages = List.copyOf(languages);
        steps = List.copyOf(steps);
    }

    public Node start() {
        return steps.getFirst();
    }

    public Map<String, Node> byName() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        steps.forEach(node -> nodes.putIfAbsent(node.name().text(), node));
        return nodes;
    }

    /** The language of this script that suits somebody who speaks {@code wanted}: {@code de} for {@code de-AT}. */
    public Optional<String> languageFor(String wanted) {
        String primary = wanted.split("[-_]", 2)[0];
        return languages.stream()
                .filter(language -> language.equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> languages.stream()
                        .filter(language -> language.equalsIgnoreCase(primary))
                        .findFirst());
    }
}
