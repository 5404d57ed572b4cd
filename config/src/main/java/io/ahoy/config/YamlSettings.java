package io.ahoy.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The settings in one YAML file. Only nodes are composed, nothing is constructed, so that every value keeps its line and is taken
 * as written: Norway's {@code NO} stays a country and {@code 0123} a password.
 */
final class YamlSettings {
    private static final int BYTES_MAX = 1 << 20;
    private static final int DEPTH_MAX = 20;

    private final Path file;
    private final Path folder;
    private final List<String> problems;
    private final Map<String, GivenValue> given = new HashMap<>();

    YamlSettings(Path file, List<String> problems) {
        this.file = file;
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.problems = problems;
    }

    Map<String, GivenValue> read() {
        try {
            text().ifPresent(this::compose);
        } catch (IOException e) {
            problems.add(file + ": " + unreadable(e));
        }
        return given;
    }

    private Optional<String> text() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BYTES_MAX + 1);
        }
        if (bytes.length > BYTES_MAX) {
            problems.add(file + ": is larger than 1 MB, so it can hardly be a configuration; check the path");
            return Optional.empty();
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private void compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(BYTES_MAX);
        limits.setNestingDepthLimit(DEPTH_MAX);
        limits.setMaxAliasesForCollections(0);
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
            if (root != null) {
                section("", AhoyConfig.class, root);
            }
        } catch (MarkedYAMLException e) {
            String context = Optional.ofNullable(e.getContext())
                    .map(words -> words + ", ")
                    .orElse("");
            String line = Optional.ofNullable(e.getProblemMark())
                    .map(mark -> ":" + (mark.getLine() + 1))
                    .orElse("");
            problems.add(file + line + ": not valid YAML: " + context + e.getProblem()
                    + "; check indentation, colons and quotes (tabs are not allowed)");
        } catch (YAMLException e) {
            problems.add(file + ": not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private void section(String path, Class<?> type, Node node) {
        // With everything below it commented out a section is empty, which is fine.
        if (node.getTag().equals(Tag.NULL)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
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
                problem(name, "\"" + SettingKey.join(path, name.getValue()) + "\" is given twice; remove one");
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
            problem(name, "unknown key \"" + shown(path) + "\"" + advice(section, type, path));
        } else if (SettingKey.isSection(found.get())) {
            section(path, found.get(), value);
        } else if (found.get() == List.class && value instanceof SequenceNode list) {
            list(path, list);
        } else if (!(value instanceof ScalarNode scalar)) {
            problem(value, "\"" + path + "\" takes one value, not a list or a section");
        } else if (scalar.getTag().equals(Tag.NULL)) {
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
        List<String> names = Stream.concat(paths.stream(), named(type).map(name -> SettingKey.join(section, name)))
                .distinct()
                .toList();
        return Nearest.hint(path, names)
                .orElse("; known " + (section.isEmpty() ? "here" : "in " + section) + ": " + namesIn(type));
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
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    private static String unreadable(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "there is no such file; check the path";
            case AccessDeniedException denied -> "may not be read by this user; check its permissions";
            case CharacterCodingException coding -> "is not UTF-8 text; save it as UTF-8";
            case IOException other -> "cannot be read (" + oneLine(String.valueOf(other.getMessage())) + ")";
        };
    }

    private static String shown(String path) {
        return path.length() <= 80 ? oneLine(path) : oneLine(path.substring(0, 80)) + "…";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
