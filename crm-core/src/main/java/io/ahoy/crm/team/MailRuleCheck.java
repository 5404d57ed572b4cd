package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationProblem.Notes;
import java.time.Duration;
import java.util.List;

/** What is wrong with a rule of mail. */
final class MailRuleCheck {
    static final int EXPRESSION_MAX = 4_000;
    static final int RULES_MAX = 200;
    private static final int PLACE_MAX = 100_000;
    private static final int TAGS_MAX = 20;
    private static final int TAG_MAX = 50;
    private static final Duration HEAD_START_MAX = Duration.ofDays(30);

    private final Configuration all;
    private final MailRule rule;
    private final Notes notes;

    MailRuleCheck(Configuration all, MailRule rule, Notes notes) {
        this.all = all;
        this.rule = rule;
        this.notes = notes;
    }

    /** Every mail asks each of them. */
    static List<ConfigurationProblem> tooMany(Configuration all) {
        return all.mailRules().stream()
                .skip(RULES_MAX)
                .map(rule -> new ConfigurationProblem(
                        Kind.MAIL_RULES,
                        rule.id(),
                        "",
                        "At most %s rules; delete one, or say more in one expression.".formatted(RULES_MAX),
                        false))
                .toList();
    }

    void run(ExpressionCheck language) {
        notes.refuse(
                rule.place() < 0 || rule.place() > PLACE_MAX,
                "place",
                "%s; write %s to %s.",
                rule.place(),
                0,
                PLACE_MAX);
        boolean sized = !rule.when().isBlank() && rule.when().length() <= EXPRESSION_MAX;
        notes.refuse(!sized, "when", "Write 1 to %s characters.", EXPRESSION_MAX);
        if (sized) {
            language.fault(rule.when())
                    .ifPresent(fault -> notes.refuse(
                            true, "when", "Line %s, column %s: %s.", fault.line(), fault.column(), fault.reason()));
        }
        names(rule.then());
        numbers(rule.then());
        boolean goesSomewhere = rule.then().queue().isPresent()
                || rule.then().caseType().isPresent()
                || !rule.then().skills().isEmpty()
                || rule.then().goOn();
        notes.refuse(
                rule.then().spam() && goesSomewhere,
                "then.spam",
                "What is dropped as spam goes nowhere; leave out queue, skills, caseType and goOn, or spam.");
    }

    private void names(MailRule.Then then) {
        then.queue()
                .ifPresent(queue -> notes.refuse(
                        !all.has(Kind.QUEUES, queue),
                        "then.queue",
                        "There is no queue %s; name one that exists, or none.",
                        queue));
        then.skills().forEach((skill, level) -> {
            ConfigurationCheck.level(notes, "then.skills." + skill, level);
            notes.refuse(
                    !all.has(Kind.SKILLS, skill),
                    "then.skills." + skill,
                    "There is no skill %s; create it first, or name one that exists.",
                    skill);
        });
        then.caseType()
                .ifPresent(type -> notes.refuse(
                        !all.has(Kind.CASE_TYPES, type),
                        "then.caseType",
                        "There is no case type %s; name one that exists, or none.",
                        type));
        boolean fine = then.tags().size() <= TAGS_MAX
                && then.tags().stream().noneMatch(tag -> tag.isBlank() || tag.length() > TAG_MAX);
        notes.refuse(!fine, "then.tags", "At most %s tags of 1 to %s characters.", TAGS_MAX, TAG_MAX);
    }

    private void numbers(MailRule.Then then) {
        notes.refuse(
                then.tier() < 0 || then.tier() > QueueCheck.TIER_MAX,
                "then.tier",
                "Tier %s is not 0 to %s.",
                then.tier(),
                QueueCheck.TIER_MAX);
        notes.refuse(
                then.headStart().isNegative() || then.headStart().compareTo(HEAD_START_MAX) > 0,
                "then.headStart",
                "A head start is at most %s hours.",
                HEAD_START_MAX.toHours());
    }
}
