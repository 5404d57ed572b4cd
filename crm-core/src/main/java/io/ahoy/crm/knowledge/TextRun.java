package io.ahoy.crm.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text; never HTML.
 *
 * @param hit whether it is what was searched for
 */
public record TextRun(String text, boolean hit) {

    /** The text between two places, cut where hits begin and end. Hits may overlap. */
    static List<TextRun> cut(String text, int start, int end, List<int[]> hits) {
        List<TextRun> runs = new ArrayList<>();
        int at = start;
        for (int[] hit : hits) {
            int from = Math.max(at, hit[0]);
            int to = Math.min(end, hit[1]);
            if (from < to) {
                // One hit that goes on where the last ended is part of it: two characters of a Chinese word each.
                boolean goesOn = from == at && !runs.isEmpty() && runs.getLast().hit();
                if (goesOn) {
                    runs.add(new TextRun(runs.removeLast().text() + text.substring(from, to), true));
                } else {
                    add(runs, text.substring(at, from), false);
                    add(runs, text.substring(from, to), true);
                }
                at = to;
            }
        }
        add(runs, text.substring(at, end), false);
        return List.copyOf(runs);
    }

    private static void add(List<TextRun> runs, String text, boolean hit) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, hit));
        }
    }
}
