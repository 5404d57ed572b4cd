package io.ahoy.crm.team;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** The configuration as it lies in its tables. */
final class ConfigurationRows {
    private ConfigurationRows() {}

    record TitledRow(String id, String titleEn, String titleZh, long version) {
        Titles title() {
            return new Titles(titleEn, titleZh);
        }
    }

    record DispositionRow(String id, String titleEn, String titleZh, Optional<String> queue, long version) {
        Disposition disposition() {
            return new Disposition(id, new Titles(titleEn, titleZh), queue);
        }
    }

    record SegmentRow(String id, String titleEn, String titleZh, int tier, Duration headStart, long version) {
        CustomerSegment segment() {
            return new CustomerSegment(id, new Titles(titleEn, titleZh), tier, headStart);
        }
    }

    record CaseTypeRow(
            String id,
            String titleEn,
            String titleZh,
            boolean complaint,
            String states,
            String clocks,
            Optional<String> team,
            long version) {
        static CaseTypeRow of(CaseType type, long version) {
            return new CaseTypeRow(
                    type.id(),
                    type.title().en(),
                    type.title().zh(),
                    type.complaint(),
                    ConfigurationJson.write(type.states()),
                    ConfigurationJson.write(type.clocks()),
                    type.team(),
                    version);
        }

        CaseType type() {
            return new CaseType(
                    id,
                    new Titles(titleEn, titleZh),
                    complaint,
                    List.of(ConfigurationJson.read(states, CaseType.State[].class)),
                    ConfigurationJson.read(clocks, CaseType.Clocks.class),
                    team);
        }
    }

    record StateUse(String state, CaseType.StateKind kind, long cases) {}

    record CategoryRow(String id, String titleEn, String titleZh, Optional<String> parent, long version) {
        CaseCategory category() {
            return new CaseCategory(id, new Titles(titleEn, titleZh), parent);
        }
    }

    record CalendarRow(String id, String titleEn, String titleZh, String zone, String hours, long version) {
        static CalendarRow of(Calendar calendar, long version) {
            return new CalendarRow(
                    calendar.id(),
                    calendar.title().en(),
                    calendar.title().zh(),
                    calendar.zone().getId(),
                    ConfigurationJson.write(new Hours(calendar.week(), calendar.dates())),
                    version);
        }

        Calendar calendar() {
            Hours spans = ConfigurationJson.read(hours, Hours.class);
            return new Calendar(id, new Titles(titleEn, titleZh), ZoneId.of(zone), spans.week(), spans.dates());
        }
    }

    /** The JSON of a calendar. */
    private record Hours(
            SortedMap<DayOfWeek, List<Calendar.Span>> week, SortedMap<LocalDate, List<Calendar.Span>> dates) {}

    record QueueRow(
            String id,
            String titleEn,
            String titleZh,
            Duration serviceLevelThreshold,
            double serviceLevelTarget,
            boolean serviceLevelInHours,
            Duration shortAbandon,
            Duration offerLimit,
            Duration wrapUpLimit,
            Duration wrapUpExtension,
            int wrapUpExtensionsMax,
            int tier,
            Duration headStart,
            int weight,
            Optional<String> calendar,
            Duration announceEvery,
            Delivery delivery,
            String musicClass,
            String rules,
            long version) {
        Queue queue() {
            Rules nested = ConfigurationJson.read(rules, Rules.class);
            return new Queue(
                    id,
                    new Titles(titleEn, titleZh),
                    serviceLevelThreshold,
                    serviceLevelTarget,
                    serviceLevelInHours,
                    shortAbandon,
                    nested.needs(),
                    nested.widening(),
                    nested.strategy(),
                    new Priority(tier, headStart, weight),
                    offerLimit,
                    nested.noAnswer(),
                    new WrapUp(wrapUpLimit, wrapUpExtension, wrapUpExtensionsMax),
                    nested.overflow(),
                    calendar,
                    nested.callback(),
                    announceEvery,
                    delivery,
                    musicClass);
        }
    }

    record ServiceLevelRow(
            String id,
            Duration threshold,
            double target,
            boolean inHours,
            Duration shortAbandon,
            Optional<String> calendar) {}

    static String rules(Queue queue) {
        return ConfigurationJson.write(new Rules(
                queue.needs(),
                queue.widening(),
                queue.strategy(),
                queue.noAnswer(),
                queue.overflow(),
                queue.callback()));
    }

    /** The JSON of a queue. */
    private record Rules(
            Need needs,
            List<Widening> widening,
            Strategy strategy,
            SortedMap<NoAnswer.Cause, NoAnswer> noAnswer,
            List<Overflow> overflow,
            CallbackRule callback) {}

    record AgentRow(UUID id, String routing, long version) {
        AgentRouting with(SortedMap<String, Integer> skills, List<String> teams) {
            Routing nested = ConfigurationJson.read(routing, Routing.class);
            return new AgentRouting(id, skills, Sorted.set(teams), nested.limits(), nested.choice());
        }
    }

    static String routing(AgentRouting agent) {
        return ConfigurationJson.write(new Routing(agent.limits(), agent.choice()));
    }

    /** The JSON of an agent. */
    private record Routing(SortedMap<Channel, Integer> limits, QueueChoice choice) {}

    record AgentSkill(UUID agent, String skill, int level) {}

    record AgentTeamRow(UUID agent, String team) {}

    record ChannelRow(String id, int units, String interruptedBy, int perAgentMax, long version) {
        static ChannelRow of(ChannelRule rule, long version) {
            return new ChannelRow(
                    rule.key(), rule.units(), ConfigurationJson.write(rule.interruptedBy()), rule.limit(), version);
        }

        ChannelRule rule() {
            List<Channel> by = new ArrayList<>(Arrays.asList(ConfigurationJson.read(interruptedBy, Channel[].class)));
            return new ChannelRule(Channel.valueOf(id), units, Sorted.set(by), perAgentMax);
        }
    }

    record MailRuleRow(
            String id,
            int place,
            String titleEn,
            String titleZh,
            boolean enabled,
            String expression,
            String consequence,
            long version) {
        static MailRuleRow of(MailRule rule, long version) {
            return new MailRuleRow(
                    rule.id(),
                    rule.place(),
                    rule.title().en(),
                    rule.title().zh(),
                    rule.enabled(),
                    rule.when(),
                    ConfigurationJson.write(rule.then()),
                    version);
        }

        MailRule rule() {
            MailRule.Then then = ConfigurationJson.read(consequence, MailRule.Then.class);
            return new MailRule(id, new Titles(titleEn, titleZh), place, enabled, expression, then);
        }
    }

    record MailTemplateRow(
            String id,
            String titleEn,
            String titleZh,
            MailTemplate.Purpose purpose,
            Optional<String> queue,
            String texts,
            long version) {
        static MailTemplateRow of(MailTemplate template, long version) {
            return new MailTemplateRow(
                    template.id(),
                    template.title().en(),
                    template.title().zh(),
                    template.purpose(),
                    template.queue(),
                    ConfigurationJson.write(new Texts(template.texts())),
                    version);
        }

        MailTemplate template() {
            Texts nested = ConfigurationJson.read(texts, Texts.class);
            return new MailTemplate(id, new Titles(titleEn, titleZh), purpose, queue, nested.texts());
        }
    }

    /** The JSON of a text. */
    private record Texts(SortedMap<String, MailTemplate.Text> texts) {}

    record ChangeRow(
            long revision,
            Instant at,
            UUID agent,
            Optional<String> agentName,
            String kind,
            String entity,
            String action,
            Optional<String> before,
            Optional<String> after) {
        ConfigurationChange change() {
            return new ConfigurationChange(
                    revision,
                    at,
                    agent,
                    agentName.orElse("?"),
                    kind,
                    entity,
                    ConfigurationChange.Action.valueOf(action),
                    before,
                    after);
        }
    }
}
