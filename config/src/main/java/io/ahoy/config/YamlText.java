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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of a YAML file. Only nodes are composed, nothing is constructed, so that every value keeps its line and is taken as written:
 * Norway's {@code NO} stays a country and {@code 0123} a password.
 */
final class YamlText {
    private static final int BYTES_MAX = 1 << 20;
    private static final int DEPTH_MAX = 20;
    private static final int SHOWN_MAX = 80;

    private YamlText() {}

    /** The root, unless the file is empty or cannot be read, which then is a problem. */
    static Optional<Node> compose(Path file, List<String> problems) {
        try {
            return text(file, problems).flatMap(text -> compose(file, text, problems));
        } catch (IOException e) {
            problems.add(file + ": " + unreadable(e));
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file, List<String> problems) throws IOException {
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

    private static Optional<Node> compose(Path file, String text, List<String> problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(BYTES_MAX);
        limits.setNestingDepthLimit(DEPTH_MAX);
        limits.setMaxAliasesForCollections(0);
        try {
            @Nullable Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
            return Optional.ofNullable(root);
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
        return Optional.empty();
    }

    /** {@code ahoy.yaml:7} */
    static String at(Path file, Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    static String shown(String path) {
        return path.length() <= SHOWN_MAX ? oneLine(path) : oneLine(path.substring(0, SHOWN_MAX)) + "…";
    }

    private static String unreadable(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "there is no such file; check the path";
            case AccessDeniedException denied -> "may not be read by this user; check its permissions";
            case CharacterCodingException coding -> "is not UTF-8 text; save it as UTF-8";
            case IOException other -> "cannot be read (" + oneLine(String.valueOf(other.getMessage())) + ")";
        };
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
