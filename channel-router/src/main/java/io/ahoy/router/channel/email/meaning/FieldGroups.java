package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import java.util.ArrayList;
import java.util.List;

/** Groups of "Name: value" lines with empty lines between them, as delivery status, disposition and feedback parts have them. */
final class FieldGroups {
    private static final int NAME_MAX = 100;
    private static final int VALUE_MAX = 4_000;
    private static final int LINES_MAX = 10_000;

    private FieldGroups() {}

    /** Lines that are no fields are passed over; continued lines are joined by one space, up to a bound. */
    static List<MailHeaders> of(String text) {
        List<MailHeaders> groups = new ArrayList<>();
        List<MailHeaders.Field> group = new ArrayList<>();
        for (String line : Lines.first(LINES_MAX, text)) {
            if (line.isBlank()) {
                close(group, groups);
            } else if (Character.isWhitespace(line.charAt(0)) && !group.isEmpty()) {
                MailHeaders.Field last = group.getLast();
                if (last.value().length() > VALUE_MAX) {
                    continue;
                }
                group.set(
                        group.size() - 1,
                        new MailHeaders.Field(last.name(), (last.value() + " " + line.strip()).strip()));
            } else {
                int colon = line.indexOf(':');
                if (colon > 0 && colon <= NAME_MAX) {
                    group.add(new MailHeaders.Field(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip()));
                }
            }
        }
        close(group, groups);
        return groups;
    }

    private static void close(List<MailHeaders.Field> group, List<MailHeaders> groups) {
        if (!group.isEmpty()) {
            groups.add(new MailHeaders(group));
            group.clear();
        }
    }
}
