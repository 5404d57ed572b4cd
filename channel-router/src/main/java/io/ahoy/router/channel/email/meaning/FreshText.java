package io.ahoy.router.channel.email.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A mail's text taken apart. Lines keep their order within each of the three; nothing is lost but empty lines at the edges.
 *
 * @param fresh what is new in it; never empty unless the mail has no text
 * @param quoted what it answers, with the line that says who wrote that
 * @param signature the sender's card, his telephone's advertisement and his lawyers' words
 */
public record FreshText(String fresh, String quoted, String signature) {

    private static final int LOOKED_AT_MAX = 10_000;

    /** @param subject tells a forward, which is content, from an answer */
    static FreshText of(String subject, String text) {
        List<String> lines = Lines.of(text);
        List<String> shapes = Lines.shapes(lines.subList(0, Math.min(lines.size(), LOOKED_AT_MAX)));
        List<Role> roles = ForwardMark.inSubject(subject) ? allFresh(shapes) : Quotation.roles(shapes);
        Signature.mark(shapes, roles);
        // Nobody writes more than this: what follows, a log or a table, is of the kind that it ends with.
        roles.addAll(Collections.nCopies(lines.size() - shapes.size(), roles.getLast()));
        String fresh = joined(lines, roles, Role.FRESH);
        // All of it quoted or signed: rather show it than nothing.
        if (fresh.isBlank()) {
            return new FreshText(joined(lines, allFresh(lines), Role.FRESH), "", "");
        }
        return new FreshText(fresh, joined(lines, roles, Role.QUOTED), joined(lines, roles, Role.SIGNATURE));
    }

    enum Role {
        FRESH,
        QUOTED,
        SIGNATURE,
        /** From here on a forwarded mail, which is content whatever it looks like. */
        FORWARDED
    }

    private static List<Role> allFresh(List<String> lines) {
        return new ArrayList<>(Collections.nCopies(lines.size(), Role.FRESH));
    }

    private static String joined(List<String> lines, List<Role> roles, Role wanted) {
        if (wanted != Role.FRESH && !roles.contains(wanted)) {
            return "";
        }
        List<String> chosen = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            Role role = roles.get(i) == Role.FORWARDED ? Role.FRESH : roles.get(i);
            if (role != wanted) {
                gap = !chosen.isEmpty();
                continue;
            }
            // Answers between quotations stay apart.
            if (gap && !chosen.getLast().isBlank() && !lines.get(i).isBlank()) {
                chosen.add("");
            }
            gap = false;
            // Lines of no-break spaces are empty to the eye.
            chosen.add(Lines.isEmpty(lines.get(i)) ? "" : lines.get(i).stripTrailing());
        }
        return withoutEmptyEdges(chosen);
    }

    private static String withoutEmptyEdges(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }
}
