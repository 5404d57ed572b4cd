package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.Locale;

/** A text as lines, and lines made comparable. */
final class Lines {
    /** Longer lines are prose or data: never compared with the forms that programs write. */
    static final int FORM_MAX = 400;

    private Lines() {}

    static List<String> of(String text) {
        return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }

    static List<String> first(int lines, String text) {
        List<String> all = of(text);
        return all.subList(0, Math.min(lines, all.size()));
    }

    /** As {@link #of}, but for looking at only: marks that nobody sees are gone, and each kind of space is a plain one. */
    static List<String> shapes(List<String> lines) {
        for (String line : lines) {
            if (!isAscii(line)) {
                return lines.stream().map(Lines::shape).toList();
            }
        }
        return lines;
    }

    static String shape(String line) {
        if (isAscii(line)) {
            return line;
        }
        StringBuilder shape = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isSpaceChar(c)) {
                shape.append(' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                shape.append(c);
            }
        }
        return shape.toString();
    }

    /** Small letters, each run of white space one space, no-break spaces and curly apostrophes made plain. */
    static String plain(String text) {
        char[] plain = new char[text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                gap = length > 0;
            } else if (isVisible(c)) {
                if (gap) {
                    plain[length++] = ' ';
                    gap = false;
                }
                plain[length++] = c == '’' || c == '‘' ? '\'' : c;
            }
        }
        return new String(plain, 0, length).toLowerCase(Locale.ROOT);
    }

    /** Neither blank nor a mark that says how others are shown. */
    static boolean isVisible(char c) {
        // Nearly all of any text, so without asking for more.
        return c > ' ' && c < 0x80 || !isBlank(c) && Character.getType(c) != Character.FORMAT;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c < ' ' || c >= 0x80) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** To the eye: told by its first letter, mostly. */
    static boolean isEmpty(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isVisible(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static boolean isQuoted(String line) {
        int start = 0;
        while (start < line.length() && start < 3 && line.charAt(start) == ' ') {
            start++;
        }
        return start < line.length() && line.charAt(start) == '>';
    }
}
