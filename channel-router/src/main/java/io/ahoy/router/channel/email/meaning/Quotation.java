package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.FreshText.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which lines of a mail are its own and which repeat the mail it answers. One pass; it looks ahead a few lines at most. */
final class Quotation {
    private Quotation() {}

    static List<Role> roles(List<String> lines) {
        List<Role> roles = new ArrayList<>(Collections.nCopies(lines.size(), Role.FRESH));
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (line.isBlank()) {
                i++;
                continue;
            }
            if (ForwardMark.isLine(line)) {
                Collections.fill(roles.subList(i, lines.size()), Role.FORWARDED);
                return roles;
            }
            if (isMarked(lines, i)) {
                roles.set(i, Role.QUOTED);
                i++;
                continue;
            }
            // Below a mere separator some programs mark each line, and the answer may follow.
            if (ReplyHeader.isSeparator(line) && isMarkedAfter(lines, i)) {
                roles.set(i, Role.QUOTED);
                i++;
                continue;
            }
            if (ReplyHeader.startsAt(lines, i)) {
                quoteRest(lines, roles, i);
                return roles;
            }
            int attribution = Attribution.length(lines, i);
            if (attribution > 0) {
                int after = nextFilled(lines, i + attribution);
                // Marked line by line, or all the rest is the other's: programs that do not mark put the answer on top.
                if (!isMarkedAfter(lines, after - 1)) {
                    quoteRest(lines, roles, i);
                    return roles;
                }
                Collections.fill(roles.subList(i, after), Role.QUOTED);
                i = after;
                continue;
            }
            i++;
        }
        return roles;
    }

    /** Whether a line carries the mark of a quotation: "> ", or "| " as some programs draw it. */
    static boolean isMarked(List<String> lines, int i) {
        String line = lines.get(i);
        if (Lines.isQuoted(line)) {
            // The mail store writes ">From " where a line of the writer's begins with "From ".
            boolean stored = line.startsWith(">From ");
            boolean alone = (i == 0 || !Lines.isQuoted(lines.get(i - 1)))
                    && (i + 1 == lines.size() || !Lines.isQuoted(lines.get(i + 1)));
            return !(stored && alone) && !line.strip().endsWith("<<");
        }
        return isBarred(line)
                && (i > 0 && isBarred(lines.get(i - 1)) || i + 1 < lines.size() && isBarred(lines.get(i + 1)));
    }

    private static boolean isMarkedAfter(List<String> lines, int i) {
        int next = nextFilled(lines, i + 1);
        return next < lines.size() && isMarked(lines, next);
    }

    private static boolean isBarred(String line) {
        // A table has a bar at its end too.
        return (line.startsWith("| ") || line.equals("|"))
                && !(line.length() > 1 && line.stripTrailing().endsWith("|"));
    }

    private static void quoteRest(List<String> lines, List<Role> roles, int from) {
        Collections.fill(roles.subList(from, lines.size()), Role.QUOTED);
    }

    static int nextFilled(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }
}
