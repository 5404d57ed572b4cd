package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationProblem.Notes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a configuration as a whole, all of it. */
final class ConfigurationCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int TITLE_MAX = 200;
    private static final int AT_ONCE_MAX = 100;
    private static final Duration HEAD_START_MAX = Duration.ofDays(1);

    private final Configuration all;
    private final LocalDate today;
    private final ExpressionCheck language;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private ConfigurationCheck(Configuration all, LocalDate today, ExpressionCheck language) {
        this.all = all;
        this.today = today;
        this.language = language;
    }

    /** But for the expressions of rules. */
    static List<ConfigurationProblem> problems(Configuration all, LocalDate today) {
        return problems(all, today, ExpressionCheck.NONE);
    }

    static List<ConfigurationProblem> problems(Configuration all, LocalDate today, ExpressionCheck language) {
        return new ConfigurationCheck(all, today, language).run();
    }

    private List<ConfigurationProblem> run() {
        for (Kind kind : Kind.values()) {
            all.of(kind).forEach(one -> check(one.entity()));
        }
        Interplay.problems(all).stream()
                .map(ConfigurationProblem::saidHowToForce)
                .forEach(problems::add);
        problems.addAll(MailRuleCheck.tooMany(all));
        if (all.queues().isEmpty()) {
            problems.add(new ConfigurationProblem(
                    Kind.QUEUES, "", "", "There must be at least one queue, or nobody could wait anywhere.", false));
        }
        return problems;
    }

    private void check(Configured entity) {
        Notes notes = new Notes(problems, entity);
        switch (entity) {
            case Skill(String id, Titles title) -> named(notes, id, title);
            case AgentTeam(String id, Titles title) -> named(notes, id, title);
            case BreakReason(String id, Titles title) -> named(notes, id, title);
            case Disposition disposition -> {
                named(notes, disposition.id(), disposition.title());
                disposition
                        .queue()
                        .ifPresent(queue -> notes.refuse(
                                !all.has(Kind.QUEUES, queue),
                                "queue",
                                "There is no queue %s; name one that exists, or none.",
                                queue));
            }
            case Calendar calendar -> {
                named(notes, calendar.id(), calendar.title());
                calendar(notes, calendar);
            }
            case Queue queue -> {
                named(notes, queue.id(), queue.title());
                new QueueCheck(all, queue, notes).run();
            }
            case CustomerSegment segment -> segment(notes, segment);
            case CaseType type -> {
                named(notes, type.id(), type.title());
                new CaseTypeCheck(all, type, notes).run();
            }
            case CaseCategory category -> category(notes, category);
            case MailRule rule -> {
                named(notes, rule.id(), rule.title());
                new MailRuleCheck(all, rule, notes).run(language);
            }
            case MailTemplate template -> {
                named(notes, template.id(), template.title());
                new MailTemplateCheck(all, template, notes).run();
            }
            case AgentRouting agent -> agent(notes, agent);
            case ChannelRule rule -> {
                notes.refuse(
                        rule.units() < 1 || rule.units() > ChannelRule.SEAT_UNITS,
                        "units",
                        "%s of a seat's %s units; write 1 to %s.",
                        rule.units(),
                        ChannelRule.SEAT_UNITS,
                        ChannelRule.SEAT_UNITS);
                atOnce(notes, "limit", rule.limit(), 1);
            }
        }
    }

    private static void named(Notes notes, String id, Titles title) {
        named(notes, "", id, title);
    }

    /** @param within the field that leads to it, with a dot at its end */
    static void named(Notes notes, String within, String id, Titles title) {
        notes.refuse(
                !ID.matcher(id).matches(),
                within + "id",
                "An id has up to 64 small letters, digits, dots, hyphens and underscores and begins with a letter or digit.");
        title(notes, within + "title.en", title.en());
        title(notes, within + "title.zh", title.zh());
    }

    private static void segment(Notes notes, CustomerSegment segment) {
        named(notes, segment.id(), segment.title());
        notes.refuse(
                segment.tier() < 0 || segment.tier() > QueueCheck.TIER_MAX,
                "tier",
                "Tier %s is not 0 to %s.",
                segment.tier(),
                QueueCheck.TIER_MAX);
        notes.refuse(
                segment.headStart().isNegative() || segment.headStart().compareTo(HEAD_START_MAX) > 0,
                "headStart",
                "A head start is at most %s hours.",
                HEAD_START_MAX.toHours());
    }

    private void category(Notes notes, CaseCategory category) {
        named(notes, category.id(), category.title());
        category.parent()
                .ifPresent(parent -> notes.refuse(
                        !all.has(Kind.CASE_CATEGORIES, parent),
                        "parent",
                        "There is no category %s; name one that exists, or none.",
                        parent));
        notes.refuse(
                isBelowItself(category),
                "parent",
                "It would lie below itself: %s belongs to it. Name a category that does not.",
                category.parent().orElse(""));
    }

    private boolean isBelowItself(CaseCategory category) {
        Set<String> seen = new HashSet<>();
        Optional<String> above = category.parent();
        while (above.isPresent() && seen.add(above.get())) {
            above = all.find(Kind.CASE_CATEGORIES, above.get())
                    .map(Versioned::entity)
                    .flatMap(found -> found instanceof CaseCategory one ? one.parent() : Optional.empty());
        }
        return seen.contains(category.id());
    }

    private static void title(Notes notes, String field, String text) {
        notes.refuse(
                text.isBlank() || text.length() > TITLE_MAX,
                field,
                "A title has 1 to %s characters; write what people are to read.",
                TITLE_MAX);
    }

    private void calendar(Notes notes, Calendar calendar) {
        calendar.week().forEach((day, spans) -> spans(notes, "week." + day, spans));
        calendar.dates().forEach((date, spans) -> spans(notes, "dates." + date, spans));
        notes.refuse(
                !calendar.isEverOpen(today),
                "week",
                "This calendar is never open; give a day of the week or a date to come a span of hours.");
    }

    private static void spans(Notes notes, String field, List<Calendar.Span> spans) {
        for (Calendar.Span span : spans) {
            notes.refuse(
                    !span.isForwards(),
                    field,
                    "From %s to %s ends before it begins; split hours over midnight into two days (00:00 ends a day).",
                    span.from(),
                    span.to());
        }
        boolean overlap = false;
        for (int i = 0; i < spans.size(); i++) {
            for (int k = i + 1; k < spans.size(); k++) {
                overlap |= spans.get(i).overlaps(spans.get(k));
            }
        }
        notes.refuse(overlap, field, "Hours of this day overlap; write them as one span.");
    }

    private void agent(Notes notes, AgentRouting agent) {
        agent.skills().forEach((skill, level) -> {
            level(notes, "skills." + skill, level);
            notes.refuse(
                    !all.has(Kind.SKILLS, skill),
                    "skills." + skill,
                    "There is no skill %s; create it first, or name one that exists.",
                    skill);
        });
        for (String team : agent.teams()) {
            notes.refuse(
                    !all.has(Kind.TEAMS, team),
                    "teams",
                    "There is no team %s; create it first, or name one that exists.",
                    team);
        }
        agent.limits().forEach((channel, limit) -> atOnce(notes, "limits." + channel, limit, 0));
        if (agent.choice() instanceof QueueChoice.OwnOrder(List<String> queues)) {
            for (String queue : queues) {
                notes.refuse(
                        !all.has(Kind.QUEUES, queue),
                        "choice.queues",
                        "There is no queue %s; name one that exists.",
                        queue);
            }
        }
    }

    private static void atOnce(Notes notes, String field, int limit, int min) {
        notes.refuse(limit < min || limit > AT_ONCE_MAX, field, "%s at once; write %s to %s.", limit, min, AT_ONCE_MAX);
    }

    static void level(Notes notes, String field, int level) {
        notes.refuse(
                level < Need.LEVEL_MIN || level > Need.LEVEL_MAX,
                field,
                "Level %s is not %s to %s.",
                level,
                Need.LEVEL_MIN,
                Need.LEVEL_MAX);
    }
}
