package io.ahoy.router.channel.email.read;

import java.util.regex.Pattern;

/** What a mail says of itself, made fit to be quoted in a sentence or used as the name of a file. */
final class Shown {
    private static final int BRIEF_MAX = 60;
    private static final int LINE_MAX = 1_000;
    private static final int NAME_MAX = 200;

    /** Longer than any file's ending that means something. */
    private static final int ENDING_MAX = 20;

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private Shown() {}

    static String brief(String text) {
        String clean = UNSEEN.matcher(text).replaceAll("").strip();
        return clean.length() <= BRIEF_MAX ? clean : withoutHalf(clean.substring(0, BRIEF_MAX)) + "…";
    }

    /** In one line of at most 1,000 characters. */
    static String line(String text) {
        String clean = UNSEEN.matcher(text).replaceAll(" ").strip();
        return clean.length() <= LINE_MAX ? clean : withoutHalf(clean.substring(0, LINE_MAX)) + "…";
    }

    /**
     * The name of a file without folders, without what turns a line or its direction, at most 200 characters; its ending is kept,
     * because it says most. Empty when nothing is left.
     */
    static String fileName(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("");
        String last = seen.substring(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1)
                .strip();
        if (last.chars().allMatch(each -> each == '.')) {
            return "";
        }
        if (last.length() <= NAME_MAX) {
            return last;
        }
        int dot = last.lastIndexOf('.');
        String ending = dot > 0 && last.length() - dot <= ENDING_MAX ? last.substring(dot) : "";
        return withoutHalf(last.substring(0, NAME_MAX - ending.length())) + ending;
    }

    /** A cut must not leave the first half of a character. */
    static String withoutHalf(String cut) {
        return !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))
                ? cut.substring(0, cut.length() - 1)
                : cut;
    }
}
