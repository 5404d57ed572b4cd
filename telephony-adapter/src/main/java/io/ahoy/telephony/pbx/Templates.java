package io.ahoy.telephony.pbx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code config/asterisk} with their <code>@{name}</code> placeholders filled in. */
final class Templates {
    private static final Pattern PLACEHOLDER = Pattern.compile("@\\{([^}\\n]*)}?");
    /**
     * What may stand in a configuration file without a meaning of its own there. A line break would begin a setting, a bracket a
     * section, a semicolon a comment, and a dollar sign an expression of the dialplan.
     */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}._:/@+ -]{1,500}");

    private final Map<String, String> values;

    Templates(Map<String, String> values) {
        values.forEach((name, value) -> {
            if (!HARMLESS.matcher(value).matches() || !value.equals(value.strip())) {
                // The value may be a secret and stays out of the message.
                throw new IllegalArgumentException("the value of @{" + name
                        + "} cannot stand in Asterisk's files: only letters, digits, blanks and . _ : / @ + - can");
            }
        });
        this.values = Map.copyOf(values);
    }

    /** Every {@code *.conf} of a folder, by file name. */
    Map<String, String> render(Path folder) throws IOException {
        Map<String, String> rendered = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".conf")) {
                    rendered.put(name, render(name, Files.readString(file)));
                }
            }
        }
        if (rendered.isEmpty()) {
            throw new PbxUnusable("There are no templates of Asterisk's files in " + folder);
        }
        return rendered;
    }

    String render(String name, String template) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        return matcher.replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null || !found.group().endsWith("}")) {
                long line = 1
                        + template.substring(0, found.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                throw new IllegalArgumentException(name + ":" + line + ": unknown placeholder " + found.group()
                        + "; there are " + new TreeMap<>(values).keySet());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
