package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationProblem.Notes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with one queue by itself, and with what it names. */
final class QueueCheck {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration OFFER_MAX = Duration.ofMinutes(10);
    private static final Duration ANNOUNCE_MIN = Duration.ofSeconds(5);
    static final int TIER_MAX = 100;
    private static final int COUNT_MAX = 1_000_000;
    private static final int ATTEMPTS_MAX = 100;
    private static final int TEXT_MAX = 200;
    /** It becomes part of Asterisk's commands. */
    private static final Pattern MUSIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Configuration all;
    private final Queue queue;
    private final Notes notes;

    QueueCheck(Configuration all, Queue queue, Notes notes) {
        this.all = all;
        this.queue = queue;
        this.notes = notes;
    }

    void run() {
        figures();
        needs();
        widening();
        if (queue.strategy() instanceof Strategy.Rings(List<String> teams)) {
            notes.refuse(teams.isEmpty(), "strategy.teams", "Rings without a team; name at least one.");
            teams.forEach(team -> knowsTeam("strategy.teams", team));
        }
        noAnswer();
        wrapUp();
        for (int i = 0; i < queue.overflow().size(); i++) {
            overflow("overflow." + i, queue.overflow().get(i));
        }
        queue.calendar().ifPresent(calendar -> knowsCalendar("calendar", calendar));
        notes.refuse(
                queue.serviceLevelInHours() && queue.calendar().isEmpty(),
                "serviceLevelInHours",
                "This queue has no calendar whose hours could count; give it one, or write false.");
        callback();
    }

    private void figures() {
        notes.refuse(
                !(queue.serviceLevelTarget() >= 0 && queue.serviceLevelTarget() <= 1),
                "serviceLevelTarget",
                "A share is written as a number from 0 to 1; 0.8 are 80 percent.");
        length("serviceLevelThreshold", queue.serviceLevelThreshold(), Duration.ZERO, LONGEST);
        length("shortAbandon", queue.shortAbandon(), Duration.ZERO, LONGEST);
        length("offerLimit", queue.offerLimit(), Duration.ofSeconds(1), OFFER_MAX);
        length("priority.headStart", queue.priority().headStart(), Duration.ZERO, LONGEST);
        count("priority.tier", queue.priority().tier(), -TIER_MAX, TIER_MAX);
        count("priority.weight", queue.priority().weight(), 1, COUNT_MAX);
        if (!queue.announceEvery().isZero()) {
            length("announceEvery", queue.announceEvery(), ANNOUNCE_MIN, LONGEST);
        }
        notes.refuse(
                !MUSIC.matcher(queue.musicClass()).matches(),
                "musicClass",
                "A class of music on hold has up to 64 letters, digits, hyphens and underscores.");
    }

    private void needs() {
        queue.needs().skills().forEach((skill, level) -> {
            ConfigurationCheck.level(notes, "needs.skills." + skill, level);
            knowsSkill("needs.skills." + skill, skill);
        });
        queue.needs().teams().forEach(team -> knowsTeam("needs.teams", team));
    }

    private void widening() {
        Duration before = Duration.ZERO;
        Need need = queue.needs();
        for (int i = 0; i < queue.widening().size(); i++) {
            Widening step = queue.widening().get(i);
            String field = "widening." + i;
            length(field + ".after", step.after(), Duration.ofSeconds(1), LONGEST);
            notes.refuse(
                    i > 0 && step.after().compareTo(before) <= 0,
                    field + ".after",
                    "%s s is not later than the step before it (%s s); put the steps in the order of their times.",
                    step.after().toSeconds(),
                    before.toSeconds());
            notes.refuse(
                    step.changes().isEmpty(),
                    field + ".changes",
                    "This step changes nothing; say what it changes, or remove it.");
            for (int k = 0; k < step.changes().size(); k++) {
                need = change(field + ".changes." + k, need, step.changes().get(k));
            }
            before = step.after();
        }
    }

    private Need change(String field, Need need, Widening.Change change) {
        switch (change) {
            case Widening.LowerLevel(String skill, int level) -> {
                ConfigurationCheck.level(notes, field + ".level", level);
                knowsSkill(field + ".skill", skill);
            }
            case Widening.DropSkill(String skill) -> knowsSkill(field + ".skill", skill);
            case Widening.AddTeam(String team) -> knowsTeam(field + ".team", team);
        }
        Need wider = need.after(List.of(change));
        notes.refuse(
                wider.equals(need),
                field,
                "Without effect: %s; change it, or remove it.",
                switch (change) {
                    case Widening.LowerLevel(String skill, int level) ->
                        need.skills().containsKey(skill)
                                ? "level " + need.skills().get(skill) + " of " + skill + " is enough by then"
                                : skill + " is not needed by then";
                    case Widening.DropSkill(String skill) -> skill + " is not needed by then";
                    case Widening.AddTeam(String team) ->
                        need.teams().isEmpty() ? "every team may serve by then" : team + " may serve by then";
                });
        return wider;
    }

    private void noAnswer() {
        for (NoAnswer.Cause cause : NoAnswer.Cause.values()) {
            String field = "noAnswer." + cause;
            Optional<NoAnswer> rule = Optional.ofNullable(queue.noAnswer().get(cause));
            rule.ifPresent(known -> {
                count(field + ".pauseAfter", known.pauseAfter(), 0, COUNT_MAX);
                length(field + ".retry", known.retry(), Duration.ZERO, LONGEST);
                notes.refuse(
                        !all.has(Kind.BREAK_REASONS, known.pause()),
                        field + ".pause",
                        "There is no break reason %s; name one that exists.",
                        known.pause());
            });
            boolean nothing = rule.map(
                            known -> known.pauseAfter() == 0 && known.retry().isZero())
                    .orElse(true);
            notes.refuse(
                    cause.isOfDevice() && nothing,
                    field,
                    "A phone that fails would be rung again at once and for ever; give a pauseAfter of 1 or more, or a retry.");
        }
    }

    private void wrapUp() {
        WrapUp rule = queue.wrapUp();
        length("wrapUp.limit", rule.limit(), Duration.ZERO, LONGEST);
        length("wrapUp.extension", rule.extension(), Duration.ZERO, LONGEST);
        count("wrapUp.extensionsMax", rule.extensionsMax(), 0, WrapUp.EXTENSIONS_MAX);
        notes.refuse(
                rule.limit().isZero() && rule.extensionsMax() > 0,
                "wrapUp.extensionsMax",
                "Without a wrap-up limit there is nothing to extend; give a limit, or an extensionsMax of 0.");
        notes.refuse(
                rule.extensionsMax() > 0 && rule.extension().isZero(),
                "wrapUp.extension",
                "An extension of no length; give it one, or an extensionsMax of 0.");
    }

    private void overflow(String field, Overflow step) {
        switch (step.when()) {
            case Overflow.Full(int waiting) -> count(field + ".when.waiting", waiting, 0, COUNT_MAX);
            case Overflow.Waited(Duration after) ->
                length(field + ".when.after", after, Duration.ofSeconds(1), LONGEST);
            case Overflow.EstimatedOver(Duration limit) ->
                length(field + ".when.limit", limit, Duration.ofSeconds(1), LONGEST);
            case Overflow.Closed ignored -> needsCalendar(field);
            case Overflow.Closing ignored -> needsCalendar(field);
            case Overflow.NoAgent ignored -> {}
        }
        switch (step.action()) {
            case Overflow.ToQueue(String to) ->
                notes.refuse(
                        !all.has(Kind.QUEUES, to),
                        field + ".action.queue",
                        "There is no queue %s to overflow to; create it first, or name one that exists.",
                        to);
            case Overflow.Voicemail(String box) -> text(field + ".action.box", box);
            case Overflow.SendAway(String message) -> text(field + ".action.message", message);
            case Overflow.AutoAnswer(String template) ->
                notes.refuse(
                        all.mailTemplates().stream()
                                .noneMatch(one ->
                                        one.id().equals(template) && one.purpose() == MailTemplate.Purpose.OVERFLOW),
                        field + ".action.template",
                        "There is no mail template %s for overflows; create it first, with the purpose OVERFLOW, or name"
                                + " one that exists.",
                        template);
            case Overflow.OfferCallback ignored -> {}
        }
    }

    private void needsCalendar(String field) {
        notes.refuse(
                queue.calendar().isEmpty(),
                field + ".when",
                "This queue has no calendar, so it never closes; give it one, or remove this step.");
    }

    private void callback() {
        CallbackRule rule = queue.callback();
        count("callback.attemptsMax", rule.attemptsMax(), 1, ATTEMPTS_MAX);
        length("callback.retry", rule.retry(), Duration.ofSeconds(1), LONGEST);
        length("callback.ringLimit", rule.ringLimit(), Duration.ofSeconds(1), OFFER_MAX);
        length("callback.expiry", rule.expiry(), Duration.ofSeconds(1), LONGEST);
        rule.calendar().ifPresent(calendar -> knowsCalendar("callback.calendar", calendar));
    }

    private void knowsSkill(String field, String skill) {
        knows(Kind.SKILLS, "skill", field, skill);
    }

    private void knowsTeam(String field, String team) {
        knows(Kind.TEAMS, "team", field, team);
    }

    private void knowsCalendar(String field, String calendar) {
        knows(Kind.CALENDARS, "calendar", field, calendar);
    }

    private void knows(Kind kind, String word, String field, String id) {
        notes.refuse(
                !all.has(kind, id), field, "There is no %s %s; create it first, or name one that exists.", word, id);
    }

    private void length(String field, Duration length, Duration min, Duration max) {
        notes.refuse(
                length.compareTo(min) < 0 || length.compareTo(max) > 0,
                field,
                "%s ms; write %s to %s ms.",
                length.toMillis(),
                min.toMillis(),
                max.toMillis());
    }

    private void count(String field, int count, int min, int max) {
        notes.refuse(count < min || count > max, field, "%s; write %s to %s.", count, min, max);
    }

    private void text(String field, String text) {
        notes.refuse(text.isBlank() || text.length() > TEXT_MAX, field, "Write 1 to %s characters.", TEXT_MAX);
    }
}
