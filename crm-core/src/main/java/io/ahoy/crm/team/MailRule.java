package io.ahoy.crm.team;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is to happen to certain mails.
 *
 * @param place rules are asked in this order, and by their ids where it is the same
 * @param when a CEL expression over the mail that is true or false
 */
public record MailRule(String id, Titles title, int place, boolean enabled, String when, Then then)
        implements Configured {

    /**
     * What follows. Of several rules that match the first decides where it names something; skills are needed together, head starts add
     * up, and the highest tier holds.
     *
     * @param skills that the mail needs beside those of its queue, with their levels
     * @param tier at least this one
     * @param caseType of the case that the mail opens when it begins something new
     * @param spam it goes nowhere, and no more rules are asked
     * @param goOn the rules after this one are asked as well
     */
    public record Then(
            Optional<String> queue,
            SortedMap<String, Integer> skills,
            int tier,
            Duration headStart,
            Optional<String> caseType,
            SortedSet<String> tags,
            boolean spam,
            boolean goOn) {
        public Then {
            skills = Sorted.map(skills);
            tags = Sorted.set(tags);
        }
    }

    @Override
    public Kind kind() {
        return Kind.MAIL_RULES;
    }

    @Override
    public String key() {
        return id;
    }
}
