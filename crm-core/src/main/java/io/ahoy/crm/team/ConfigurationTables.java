package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationRows.AgentRow;
import io.ahoy.crm.team.ConfigurationRows.AgentSkill;
import io.ahoy.crm.team.ConfigurationRows.AgentTeamRow;
import io.ahoy.crm.team.ConfigurationRows.CalendarRow;
import io.ahoy.crm.team.ConfigurationRows.CaseTypeRow;
import io.ahoy.crm.team.ConfigurationRows.ChannelRow;
import io.ahoy.crm.team.ConfigurationRows.MailRuleRow;
import io.ahoy.crm.team.ConfigurationRows.MailTemplateRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The configuration between its tables and its records, within somebody's transaction. */
final class ConfigurationTables {
    private final ConfigurationMapper mapper;

    ConfigurationTables(SqlSession session) {
        mapper = session.getMapper(ConfigurationMapper.class);
    }

    Configuration read() {
        Map<Kind, List<Versioned>> all = new EnumMap<>(Kind.class);
        all.put(Kind.SKILLS, rows(mapper.skills(), row -> versioned(new Skill(row.id(), row.title()), row.version())));
        all.put(
                Kind.TEAMS,
                rows(mapper.teams(), row -> versioned(new AgentTeam(row.id(), row.title()), row.version())));
        all.put(Kind.CALENDARS, rows(mapper.calendars(), row -> versioned(row.calendar(), row.version())));
        all.put(Kind.QUEUES, rows(mapper.queues(), row -> versioned(row.queue(), row.version())));
        all.put(
                Kind.BREAK_REASONS,
                rows(mapper.breakReasons(), row -> versioned(new BreakReason(row.id(), row.title()), row.version())));
        all.put(Kind.DISPOSITIONS, rows(mapper.dispositions(), row -> versioned(row.disposition(), row.version())));
        all.put(Kind.AGENTS, agents());
        all.put(Kind.CHANNELS, rows(mapper.channels(), row -> versioned(row.rule(), row.version())));
        all.put(
                Kind.CUSTOMER_SEGMENTS,
                rows(mapper.customerSegments(), row -> versioned(row.segment(), row.version())));
        all.put(Kind.CASE_TYPES, rows(mapper.caseTypes(), row -> versioned(row.type(), row.version())));
        all.put(Kind.CASE_CATEGORIES, rows(mapper.caseCategories(), row -> versioned(row.category(), row.version())));
        all.put(Kind.MAIL_RULES, rows(mapper.mailRules(), row -> versioned(row.rule(), row.version())));
        all.put(Kind.MAIL_TEMPLATES, rows(mapper.mailTemplates(), row -> versioned(row.template(), row.version())));
        return new Configuration(all);
    }

    List<Versioned> agents() {
        Map<UUID, List<AgentSkill>> skills =
                mapper.agentSkills().stream().collect(Collectors.groupingBy(AgentSkill::agent));
        Map<UUID, List<AgentTeamRow>> teams =
                mapper.agentTeams().stream().collect(Collectors.groupingBy(AgentTeamRow::agent));
        return rows(
                mapper.agents(),
                row -> versioned(
                        agent(row, skills.getOrDefault(row.id(), List.of()), teams.getOrDefault(row.id(), List.of())),
                        row.version()));
    }

    Optional<AgentRouting> agent(UUID id) {
        return mapper.agent(id).map(row -> agent(row, mapper.skillsOf(id), mapper.teamsOf(id)));
    }

    private static AgentRouting agent(AgentRow row, List<AgentSkill> skills, List<AgentTeamRow> teams) {
        SortedMap<String, Integer> levels = new TreeMap<>();
        skills.forEach(skill -> levels.put(skill.skill(), skill.level()));
        return row.with(levels, teams.stream().map(AgentTeamRow::team).toList());
    }

    void save(Configured entity, long version) {
        switch (entity) {
            case Skill skill -> mapper.saveSkill(skill, version);
            case AgentTeam team -> mapper.saveTeam(team, version);
            case Calendar calendar -> mapper.saveCalendar(CalendarRow.of(calendar, version));
            case Queue queue -> mapper.saveQueue(queue, ConfigurationRows.rules(queue), version);
            case BreakReason reason -> mapper.saveBreakReason(reason, version);
            case Disposition disposition -> mapper.saveDisposition(disposition, version);
            case AgentRouting agent -> saveAgent(agent, version);
            case ChannelRule rule -> mapper.saveChannel(ChannelRow.of(rule, version));
            case CustomerSegment segment -> mapper.saveCustomerSegment(segment, version);
            case CaseType type -> mapper.saveCaseType(CaseTypeRow.of(type, version));
            case CaseCategory category -> mapper.saveCaseCategory(category, version);
            case MailRule rule -> mapper.saveMailRule(MailRuleRow.of(rule, version));
            case MailTemplate template -> mapper.saveMailTemplate(MailTemplateRow.of(template, version));
        }
    }

    private void saveAgent(AgentRouting agent, long version) {
        mapper.saveAgent(agent.id(), ConfigurationRows.routing(agent), version);
        mapper.deleteSkillsOf(agent.id());
        agent.skills().forEach((skill, level) -> mapper.insertSkillOf(agent.id(), skill, level));
        mapper.deleteTeamsOf(agent.id());
        agent.teams().forEach(team -> mapper.insertTeamOf(agent.id(), team));
    }

    void delete(Kind kind, String key) {
        switch (kind) {
            case SKILLS -> mapper.deleteSkill(key);
            case TEAMS -> mapper.deleteTeam(key);
            case CALENDARS -> mapper.deleteCalendar(key);
            case QUEUES -> mapper.deleteQueue(key);
            case BREAK_REASONS -> mapper.deleteBreakReason(key);
            case DISPOSITIONS -> mapper.deleteDisposition(key);
            case AGENTS -> throw new IllegalArgumentException("Only what an agent does is configured, not who he is");
            case CHANNELS -> mapper.deleteChannel(key);
            case CUSTOMER_SEGMENTS -> mapper.deleteCustomerSegment(key);
            case CASE_TYPES -> mapper.deleteCaseType(key);
            case CASE_CATEGORIES -> mapper.deleteCaseCategory(key);
            case MAIL_RULES -> mapper.deleteMailRule(key);
            case MAIL_TEMPLATES -> mapper.deleteMailTemplate(key);
        }
    }

    private static <T> List<Versioned> rows(List<T> rows, Function<T, Versioned> read) {
        return rows.stream().map(read).toList();
    }

    private static Versioned versioned(Configured entity, long version) {
        return new Versioned(entity, version);
    }
}
