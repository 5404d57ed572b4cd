package io.ahoy.crm.mail;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules say of a mail.
 *
 * @param queue of the mailbox, unless a rule names another
 * @param rules the ids of those that match, in their order
 * @param skills that it needs itself, with their levels
 * @param dropped as spam
 */
public record Decision(
        String queue,
        List<String> rules,
        SortedMap<String, Integer> skills,
        int tier,
        Duration headStart,
        Optional<String> caseType,
        SortedSet<String> tags,
        boolean dropped) {
    public Decision {
        rules = List.copyOf(rules);
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** Nothing is asked. */
    public static Decision of(String queue, Optional<String> caseType) {
        return new Decision(
                queue,
                List.of(),
                Collections.emptySortedMap(),
                0,
                Duration.ZERO,
                caseType,
                Collections.emptySortedSet(),
                false);
    }
}
