package io.ahoy.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The settings in one YAML file. */
final class YamlSettings {
    private final Path file;
    private final Path folder;
    private final List<String> problems;
    private final DoubtedKeys doubted;
    private final Map<String, GivenValue> given = new HashMap<>();

    YamlSettings(Path file, List<String> problems, DoubtedKeys doubted) {
        this.file = file;
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.problems = problems;
        this.doubted = doubted;
    }

    Map<String, GivenValue> read() {
        Optional<Node> root = YamlText.compose(file, problems);
        root.ifPresent(found -> section("", AhoyConfig.class, found));
        if (root.isEmpty() && !problems.isEmpty()) {
            doubted.add("");
        }
        return given;
    }

    private void section(String path, Class<?> type, Node node) {
        // With everything below it commented out a section is empty, which is fine.
        if (node.getTag().equals(Tag.NULL)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            doubted.add(path);
            problem(
                    node,
                    path.isEmpty()
                            ? "the file must hold \"key: value\" lines"
                            : "\"" + path + "\" is a section; write its settings indented below it: " + namesIn(type));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                problem(entry.getKeyNode(), "a key must be a plain word");
            } else if (!seen.add(name.getValue())) {
                String twice = SettingKey.join(path, name.getValue());
                doubted.add(twice);
                problem(name, "\"" + twice + "\" is given twice; remove one");
            } else {
                entry(path, type, name, entry.getValueNode());
            }
        }
    }

    private void entry(String section, Class<?> type, ScalarNode name, Node value) {
        String path = SettingKey.join(section, name.getValue());
        Optional<Class<?>> found = Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(name.getValue()))
                .<Class<?>>map(component -> component.getType())
                .filter(component -> component != SettingOrigins.class)
                .findFirst();
        if (found.isEmpty()) {
            doubted.add(Nearest.among(path, names(section, type)).orElse(path));
            problem(name, "unknown key \"" + YamlText.shown(path) + "\"" + advice(section, type, path));
        } else if (SettingKey.isSection(found.get())) {
            section(path, found.get(), value);
        } else if (found.get() == List.class && value instanceof SequenceNode list) {
            list(path, list);
        } else if (!(value instanceof ScalarNode scalar)) {
            doubted.add(path);
            problem(value, "\"" + path + "\" takes one value, not a list or a section");
        } else if (scalar.getTag().equals(Tag.NULL)) {
            doubted.add(path);
            problem(scalar, "\"" + path + "\" has no value; give it one or remove the line");
        } else {
            given.put(path, new GivenValue(scalar.getValue(), at(scalar), folder));
        }
    }

    /** Given on as a variable gives it: with commas between. */
    private void list(String path, SequenceNode list) {
        List<String> values = new ArrayList<>();
        for (Node node : list.getValue()) {
            if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
                problem(node, "\"" + path + "\" takes a list of single values");
                return;
            }
            values.add(scalar.getValue());
        }
        given.put(path, new GivenValue(String.join(",", values), at(list), folder));
    }

    private static String advice(String section, Class<?> type, String path) {
        List<String> paths = SettingKey.ALL.stream().map(SettingKey::path).toList();
        if (paths.contains(path)) {
            return "; write each part on a line of its own, indented below the one before, not joined by dots";
        }
        return Nearest.hint(path, names(section, type))
                .orElse("; known " + (section.isEmpty() ? "here" : "in " + section) + ": " + namesIn(type));
    }

    /** What may have been meant by a key of this section. */
    private static List<String> names(String section, Class<?> type) {
        return Stream.concat(
                        SettingKey.ALL.stream().map(SettingKey::path),
                        named(type).map(name -> SettingKey.join(section, name)))
                .distinct()
                .toList();
    }

    private static String namesIn(Class<?> type) {
        return named(type).collect(Collectors.joining(", "));
    }

    private static Stream<String> named(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() != SettingOrigins.class)
                .map(component -> component.getName());
    }

    private void problem(Node node, String what) {
        problems.add(at(node) + ": " + what);
    }

    private String at(Node node) {
        return YamlText.at(file, node);
    }
}
