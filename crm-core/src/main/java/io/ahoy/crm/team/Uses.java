package io.ahoy.crm.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who names what: a thing in use is not deleted. */
final class Uses {
    private Uses() {}

    /** As {@code queues/sales}. */
    static List<String> of(Configuration all, Kind kind, String id) {
        List<String> users = new ArrayList<>();
        for (Kind other : Kind.values()) {
            for (Versioned one : all.of(other)) {
                if (uses(one.entity(), kind, id)) {
                    users.add(other.path() + "/" + one.entity().key());
                }
            }
        }
        return users;
    }

    private static boolean uses(Configured user, Kind kind, String id) {
        return switch (user) {
            case Queue queue -> uses(queue, kind, id);
            case AgentRouting agent ->
                kind == Kind.SKILLS && agent.skills().containsKey(id)
                        || kind == Kind.TEAMS && agent.teams().contains(id)
                        || kind == Kind.QUEUES
                                && agent.choice() instanceof QueueChoice.OwnOrder(List<String> queues)
                                && queues.contains(id);
            case Disposition disposition ->
                kind == Kind.QUEUES && disposition.queue().equals(Optional.of(id));
            case Skill ignored -> false;
            case AgentTeam ignored -> false;
            case Calendar ignored -> false;
            case BreakReason ignored -> false;
            case ChannelRule ignored -> false;
            case CustomerSegment ignored -> false;
            case CaseType type ->
                kind == Kind.TEAMS && type.team().equals(Optional.of(id))
                        || kind == Kind.CALENDARS && type.clocks().calendar().equals(Optional.of(id));
            case CaseCategory category ->
                kind == Kind.CASE_CATEGORIES && category.parent().equals(Optional.of(id));
            case MailRule rule -> uses(rule.then(), kind, id);
            case MailTemplate template ->
                kind == Kind.QUEUES && template.queue().equals(Optional.of(id));
        };
    }

    private static boolean uses(MailRule.Then then, Kind kind, String id) {
        return kind == Kind.QUEUES && then.queue().equals(Optional.of(id))
                || kind == Kind.SKILLS && then.skills().containsKey(id)
                || kind == Kind.CASE_TYPES && then.caseType().equals(Optional.of(id));
    }

    private static boolean uses(Queue queue, Kind kind, String id) {
        return switch (kind) {
            case SKILLS ->
                queue.needs().skills().containsKey(id)
                        || changes(queue).stream().anyMatch(change -> switch (change) {
                            case Widening.LowerLevel(String skill, int level) -> skill.equals(id);
                            case Widening.DropSkill(String skill) -> skill.equals(id);
                            case Widening.AddTeam ignored -> false;
                        });
            case TEAMS ->
                queue.needs().teams().contains(id)
                        || changes(queue).contains(new Widening.AddTeam(id))
                        || queue.strategy() instanceof Strategy.Rings(List<String> teams) && teams.contains(id);
            case CALENDARS ->
                queue.calendar().equals(Optional.of(id))
                        || queue.callback().calendar().equals(Optional.of(id));
            case QUEUES ->
                !queue.id().equals(id)
                        && queue.overflow().stream()
                                .anyMatch(step -> step.action().equals(new Overflow.ToQueue(id)));
            case BREAK_REASONS ->
                queue.noAnswer().values().stream().anyMatch(rule -> rule.pause().equals(id));
            case DISPOSITIONS,
                    AGENTS,
                    CHANNELS,
                    CUSTOMER_SEGMENTS,
                    CASE_TYPES,
                    CASE_CATEGORIES,
                    MAIL_RULES,
                    MAIL_TEMPLATES -> false;
        };
    }

    private static List<Widening.Change> changes(Queue queue) {
        return queue.widening().stream()
                .flatMap(step -> step.changes().stream())
                .toList();
    }
}
