package io.ahoy.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One section of an operator's YAML file, read key by key. Asking for a key makes it known: those that nobody asked for are told at the
 * {@link #finish end}, all at once, with the nearest known one. Where a value is wrong the reader goes on as if it were absent.
 */
public final class YamlSection {
    private final Path file;
    private final String path;
    private final String place;
    private final List<String> problems;
    private final List<YamlSection> handedOut;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    private record Entry(ScalarNode key, Node value) {}

    private YamlSection(
            Path file, String path, Optional<Node> node, List<String> problems, List<YamlSection> handedOut) {
        this.file = file;
        this.path = path;
        this.place = node.map(of -> YamlText.at(file, of)).orElse(file.toString());
        this.problems = problems;
        this.handedOut = handedOut;
        handedOut.add(this);
        node.filter(of -> !of.getTag().equals(Tag.NULL)).ifPresent(this::fill);
    }

    /**
     * The whole file.
     *
     * @throws ConfigProblems if it is no YAML at all; what else is wrong with it is told by {@link #finish}
     */
    public static YamlSection of(Path file) throws ConfigProblems {
        List<String> problems = new ArrayList<>();
        Optional<Node> root = YamlText.compose(file, problems);
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
        return new YamlSection(file, "", root, problems, new ArrayList<>());
    }

    private void fill(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(place + ": " + (path.isEmpty() ? "the file must hold" : "\"" + path + "\" takes")
                    + " \"key: value\" lines");
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(YamlText.at(file, entry.getKeyNode()) + ": a key must be a plain word");
            } else if (entries.putIfAbsent(key.getValue(), new Entry(key, entry.getValueNode())) != null) {
                problems.add(YamlText.at(file, key) + ": \"" + shown(key.getValue()) + "\" is given twice; remove one");
            }
        }
    }

    // ---- values

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** Whether there are keys below this one. */
    public boolean isSection(String key) {
        return entry(key).map(found -> found.value() instanceof MappingNode).orElse(false);
    }

    public Optional<String> text(String key) {
        return entry(key).flatMap(found -> {
            if (found.value() instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                return Optional.of(scalar.getValue());
            }
            wrong(
                    key,
                    found.value() instanceof ScalarNode ? "has no value" : "takes one value, not a list or a section");
            return Optional.empty();
        });
    }

    public OptionalInt wholeNumber(String key, int min, int max) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean number = text.get().matches("0|[1-9][0-9]{0,8}");
        if (!number || Integer.parseInt(text.get()) < min || Integer.parseInt(text.get()) > max) {
            must(key, text.get(), "a whole number from " + min + " to " + max);
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    public OptionalDouble decimal(String key, double min, double max) {
        return text(key).map(text -> number(key, text, min, max)).orElse(OptionalDouble.empty());
    }

    public Optional<Duration> duration(String key, Duration min, Duration max) {
        return text(key).flatMap(text -> {
            Optional<Duration> read = Durations.read(text)
                    .filter(found -> found.compareTo(min) >= 0)
                    .filter(found -> found.compareTo(max) <= 0);
            if (read.isEmpty()) {
                must(
                        key,
                        text,
                        "a duration such as 20s, 5m or 1h30m, from " + Durations.write(min) + " to "
                                + Durations.write(max));
            }
            return read;
        });
    }

    /** One of these names. */
    public <T> Optional<T> oneOf(String key, Map<String, T> names) {
        return text(key).flatMap(text -> {
            Optional<T> found = Optional.ofNullable(names.get(text));
            if (found.isEmpty()) {
                wrong(
                        key,
                        "is \"" + YamlText.shown(text) + "\", but must be one of " + String.join(", ", names.keySet())
                                + Nearest.hint(text, names.keySet()).orElse(""));
            }
            return found;
        });
    }

    /** A list, or one value alone. */
    public List<String> texts(String key) {
        Optional<Entry> found = entry(key);
        if (found.isEmpty() || !(found.get().value() instanceof SequenceNode sequence)) {
            return text(key).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problems.add(YamlText.at(file, item) + ": \"" + shown(key) + "\" takes a list of single values");
            }
        }
        return texts;
    }

    /** A list of numbers. */
    public List<Double> decimals(String key, double min, double max) {
        List<Double> numbers = new ArrayList<>();
        texts(key).forEach(text -> number(key, text, min, max).ifPresent(numbers::add));
        return numbers;
    }

    // ---- sections

    /** Empty and without problems where it is absent. */
    public YamlSection section(String key) {
        Optional<Node> node = entry(key).map(Entry::value);
        return new YamlSection(file, SettingKey.join(path, key), node, problems, handedOut);
    }

    /** A list of sections. */
    public List<YamlSection> sections(String key) {
        Optional<Node> node = entry(key).map(Entry::value);
        List<YamlSection> sections = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                String name = SettingKey.join(path, key) + "[" + (sections.size() + 1) + "]";
                sections.add(new YamlSection(file, name, Optional.of(item), problems, handedOut));
            }
        } else if (node.isPresent() && !node.get().getTag().equals(Tag.NULL)) {
            wrong(key, "takes a list; begin each of its items with \"- \"");
        }
        return sections;
    }

    /** The keys of this section, which the operator chose himself. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    // ---- problems

    /** Says that this key's value is wrong; {@code what} goes on from the key. */
    public void wrong(String key, String what) {
        String where = Optional.ofNullable(entries.get(key))
                .map(found -> YamlText.at(file, found.key()))
                .orElse(place);
        problems.add(where + ": \"" + shown(key) + "\" " + what);
    }

    /** @throws ConfigProblems if anything at all was wrong with the file, unknown keys included */
    public void finish() throws ConfigProblems {
        for (YamlSection section : handedOut) {
            section.entries.forEach((key, found) -> {
                if (!section.asked.contains(key)) {
                    section.wrong(key, "is no known key" + section.advice(key));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
    }

    private String advice(String key) {
        return Nearest.hint(key, asked).orElse("; known here: " + String.join(", ", asked));
    }

    private Optional<Entry> entry(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private OptionalDouble number(String key, String text, double min, double max) {
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            double number = Double.parseDouble(text);
            if (number >= min && number <= max) {
                return OptionalDouble.of(number);
            }
        }
        must(key, text, "a number from " + plain(min) + " to " + plain(max));
        return OptionalDouble.empty();
    }

    private void must(String key, String text, String be) {
        wrong(key, "is \"" + YamlText.shown(text) + "\", but must be " + be);
    }

    private String shown(String key) {
        return YamlText.shown(SettingKey.join(path, key));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
