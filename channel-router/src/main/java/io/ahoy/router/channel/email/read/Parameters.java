package io.ahoy.router.channel.email.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The value of {@code Content-Type} or {@code Content-Disposition} with its parameters, those of RFC 2231 joined and decoded, and those
 * that hold encoded words, which the standard forbids and programs write.
 *
 * @param value in small letters; empty when there is none
 * @param named by their names in small letters
 */
record Parameters(String value, Map<String, String> named) {
    static final Parameters NONE = new Parameters("", Map.of());

    private static final int MAX = 200;

    /** A section of a parameter: {@code name*0*=…}. */
    private record Section(boolean extended, String text) {}

    static Parameters of(String header) {
        List<String> pieces = pieces(header);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Section>> split = new LinkedHashMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                take(name, unquoted(piece.substring(equals + 1).strip()), plain, split);
            }
        }
        Map<String, String> named = new LinkedHashMap<>(plain);
        // Where both forms are there, the extended one is meant: the other one is for old programs.
        split.forEach((name, sections) -> named.put(name, joined(sections)));
        return new Parameters(pieces.get(0).strip().toLowerCase(Locale.ROOT), Map.copyOf(named));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(named.get(name));
    }

    private static void take(
            String name, String text, Map<String, String> plain, Map<String, TreeMap<Integer, Section>> split) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, EncodedWords.decode(text, false));
            return;
        }
        boolean extended = name.endsWith("*");
        String number =
                name.substring(star + 1, extended && name.length() - 1 > star ? name.length() - 1 : name.length());
        int section = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
        split.computeIfAbsent(name.substring(0, star), any -> new TreeMap<>())
                .putIfAbsent(section, new Section(extended, text));
    }

    private static String joined(TreeMap<Integer, Section> sections) {
        Section first = sections.firstEntry().getValue();
        String charset = "UTF-8";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Section section : sections.values()) {
            String text = section.text();
            if (section == first && section.extended()) {
                String[] told = text.split("'", 3);
                if (told.length == 3) {
                    charset = told[0].isEmpty() ? charset : told[0];
                    text = told[2];
                }
            }
            bytes.writeBytes(
                    section.extended() ? EncodedWords.percent(text, '%') : text.getBytes(StandardCharsets.UTF_8));
        }
        String read = Letters.read(bytes.toByteArray(), Optional.of(charset)).text();
        return first.extended() ? read : EncodedWords.decode(read, false);
    }

    /** Between semicolons outside of quotes. */
    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length() && pieces.size() < MAX; i++) {
            char each = header.charAt(i);
            if (each == '\\' && quoted) {
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == ';' && !quoted) {
                pieces.add(header.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(header.substring(from));
        return pieces;
    }

    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"') {
                break;
            }
            boolean escape = each == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0;
            plain.append(escape ? text.charAt(++i) : each);
        }
        return plain.toString();
    }
}
