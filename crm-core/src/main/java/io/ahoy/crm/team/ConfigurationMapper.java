package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationRows.AgentRow;
import io.ahoy.crm.team.ConfigurationRows.AgentSkill;
import io.ahoy.crm.team.ConfigurationRows.AgentTeamRow;
import io.ahoy.crm.team.ConfigurationRows.CalendarRow;
import io.ahoy.crm.team.ConfigurationRows.CaseTypeRow;
import io.ahoy.crm.team.ConfigurationRows.CategoryRow;
import io.ahoy.crm.team.ConfigurationRows.ChangeRow;
import io.ahoy.crm.team.ConfigurationRows.ChannelRow;
import io.ahoy.crm.team.ConfigurationRows.DispositionRow;
import io.ahoy.crm.team.ConfigurationRows.MailRuleRow;
import io.ahoy.crm.team.ConfigurationRows.MailTemplateRow;
import io.ahoy.crm.team.ConfigurationRows.QueueRow;
import io.ahoy.crm.team.ConfigurationRows.SegmentRow;
import io.ahoy.crm.team.ConfigurationRows.ServiceLevelRow;
import io.ahoy.crm.team.ConfigurationRows.StateUse;
import io.ahoy.crm.team.ConfigurationRows.TitledRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What is new comes last in its list; what is changed keeps its place. */
interface ConfigurationMapper {
    /** Locks the configuration until the transaction ends. */
    @Update("UPDATE configuration SET revision = revision + 1 WHERE id = 1")
    void begin();

    @Select("SELECT revision FROM configuration WHERE id = 1")
    long revision();

    // ---- skills and teams

    @Select("SELECT id, title_en, title_zh, version FROM skill ORDER BY place, id")
    List<TitledRow> skills();

    @Insert("""
            INSERT INTO skill (id, place, title_en, title_zh, version)
            SELECT #{skill.id}, COALESCE(MAX(place), 0) + 1, #{skill.title.en}, #{skill.title.zh}, #{version} FROM skill
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), version = VALUES(version)
            """)
    void saveSkill(Skill skill, long version);

    /** For those who fill the database by hand; the skill's title is its id until somebody gives it a better one. */
    @Insert("""
            INSERT IGNORE INTO skill (id, place, title_en, title_zh)
            SELECT #{id}, COALESCE(MAX(place), 0) + 1, #{id}, #{id} FROM skill
            """)
    void nameSkill(String id);

    @Delete("DELETE FROM skill WHERE id = #{id}")
    void deleteSkill(String id);

    @Select("SELECT id, title_en, title_zh, version FROM team ORDER BY place, id")
    List<TitledRow> teams();

    @Insert("""
            INSERT INTO team (id, place, title_en, title_zh, version)
            SELECT #{team.id}, COALESCE(MAX(place), 0) + 1, #{team.title.en}, #{team.title.zh}, #{version} FROM team
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), version = VALUES(version)
            """)
    void saveTeam(AgentTeam team, long version);

    @Delete("DELETE FROM team WHERE id = #{id}")
    void deleteTeam(String id);

    // ---- calendars

    @Select("SELECT id, title_en, title_zh, zone, hours, version FROM calendar ORDER BY place, id")
    List<CalendarRow> calendars();

    @Select("SELECT id, title_en, title_zh, zone, hours, version FROM calendar WHERE id = #{id}")
    Optional<CalendarRow> calendar(String id);

    @Insert("""
            INSERT INTO calendar (id, place, title_en, title_zh, zone, hours, version)
            SELECT #{id}, COALESCE(MAX(place), 0) + 1, #{titleEn}, #{titleZh}, #{zone}, #{hours},
                   #{version}
            FROM calendar
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), zone = VALUES(zone),
              hours = VALUES(hours), version = VALUES(version)
            """)
    void saveCalendar(CalendarRow row);

    @Delete("DELETE FROM calendar WHERE id = #{id}")
    void deleteCalendar(String id);

    // ---- queues

    @Select("""
            SELECT id, title_en, title_zh, service_level_threshold_ms AS service_level_threshold, service_level_target,
                   service_level_in_hours, short_abandon_ms AS short_abandon, offer_limit_ms AS offer_limit, wrap_up_limit_ms AS wrap_up_limit,
                   wrap_up_extension_ms AS wrap_up_extension, wrap_up_extensions_max, tier,
                   head_start_ms AS head_start, weight, calendar, announce_every_ms AS announce_every, delivery, music_class,
                   rules, version
            FROM queue ORDER BY place, id
            """)
    List<QueueRow> queues();

    @Select("""
            SELECT id, service_level_threshold_ms AS threshold, service_level_target AS target,
                   service_level_in_hours AS in_hours, short_abandon_ms AS short_abandon, calendar
            FROM queue
            """)
    List<ServiceLevelRow> serviceLevels();

    @Insert("""
            INSERT INTO queue (id, place, title_en, title_zh, service_level_threshold_ms, service_level_target,
                               service_level_in_hours, short_abandon_ms, offer_limit_ms, wrap_up_limit_ms, wrap_up_extension_ms,
                               wrap_up_extensions_max, tier, head_start_ms, weight, calendar, announce_every_ms, delivery,
                               music_class, rules, version)
            SELECT #{queue.id}, COALESCE(MAX(place), 0) + 1, #{queue.title.en}, #{queue.title.zh},
                   #{queue.serviceLevelThreshold}, #{queue.serviceLevelTarget}, #{queue.serviceLevelInHours},
                   #{queue.shortAbandon}, #{queue.offerLimit},
                   #{queue.wrapUp.limit}, #{queue.wrapUp.extension}, #{queue.wrapUp.extensionsMax}, #{queue.priority.tier},
                   #{queue.priority.headStart}, #{queue.priority.weight}, #{queue.calendar}, #{queue.announceEvery},
                   #{queue.delivery}, #{queue.musicClass}, #{rules}, #{version}
            FROM queue
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh),
              service_level_threshold_ms = VALUES(service_level_threshold_ms),
              service_level_target = VALUES(service_level_target),
              service_level_in_hours = VALUES(service_level_in_hours), short_abandon_ms = VALUES(short_abandon_ms),
              offer_limit_ms = VALUES(offer_limit_ms), wrap_up_limit_ms = VALUES(wrap_up_limit_ms),
              wrap_up_extension_ms = VALUES(wrap_up_extension_ms),
              wrap_up_extensions_max = VALUES(wrap_up_extensions_max), tier = VALUES(tier),
              head_start_ms = VALUES(head_start_ms), weight = VALUES(weight), calendar = VALUES(calendar),
              announce_every_ms = VALUES(announce_every_ms), delivery = VALUES(delivery), music_class = VALUES(music_class), rules = VALUES(rules),
              version = VALUES(version)
            """)
    void saveQueue(Queue queue, String rules, long version);

    @Delete("DELETE FROM queue WHERE id = #{id}")
    void deleteQueue(String id);

    // ---- customer segments

    @Select(
            "SELECT id, title_en, title_zh, tier, head_start_ms AS head_start, version FROM customer_segment ORDER BY place, id")
    List<SegmentRow> customerSegments();

    @Insert("""
            INSERT INTO customer_segment (id, place, title_en, title_zh, tier, head_start_ms, version)
            SELECT #{segment.id}, COALESCE(MAX(place), 0) + 1, #{segment.title.en}, #{segment.title.zh}, #{segment.tier},
                   #{segment.headStart}, #{version}
            FROM customer_segment
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), tier = VALUES(tier),
              head_start_ms = VALUES(head_start_ms), version = VALUES(version)
            """)
    void saveCustomerSegment(CustomerSegment segment, long version);

    @Delete("DELETE FROM customer_segment WHERE id = #{id}")
    void deleteCustomerSegment(String id);

    @Select("""
            SELECT (SELECT COUNT(*) FROM customer WHERE segment = #{id}) + (SELECT COUNT(*) FROM organisation WHERE segment = #{id})
            """)
    long customersIn(String id);

    // ---- case types and categories

    @Select("SELECT id, title_en, title_zh, complaint, states, clocks, team, version FROM case_type ORDER BY place, id")
    List<CaseTypeRow> caseTypes();

    @Insert("""
            INSERT INTO case_type (id, place, title_en, title_zh, complaint, states, clocks, team, version)
            SELECT #{id}, COALESCE(MAX(place), 0) + 1, #{titleEn}, #{titleZh}, #{complaint}, #{states}, #{clocks}, #{team},
                   #{version}
            FROM case_type
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), complaint = VALUES(complaint),
              states = VALUES(states), clocks = VALUES(clocks), team = VALUES(team), version = VALUES(version)
            """)
    void saveCaseType(CaseTypeRow row);

    @Delete("DELETE FROM case_type WHERE id = #{id}")
    void deleteCaseType(String id);

    @Select("SELECT id, title_en, title_zh, parent, version FROM case_category ORDER BY place, id")
    List<CategoryRow> caseCategories();

    @Insert("""
            INSERT INTO case_category (id, place, title_en, title_zh, parent, version)
            SELECT #{category.id}, COALESCE(MAX(place), 0) + 1, #{category.title.en}, #{category.title.zh},
                   #{category.parent}, #{version}
            FROM case_category
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), parent = VALUES(parent),
              version = VALUES(version)
            """)
    void saveCaseCategory(CaseCategory category, long version);

    @Delete("DELETE FROM case_category WHERE id = #{id}")
    void deleteCaseCategory(String id);

    @Select("""
            SELECT id, title_en, title_zh, complaint, states, clocks, team, version FROM case_type WHERE id = #{id}
            LOCK IN SHARE MODE
            """)
    Optional<CaseTypeRow> heldCaseType(String id);

    @Select("SELECT id FROM case_category WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<String> heldCaseCategory(String id);

    @Select("SELECT id FROM team WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<String> heldTeam(String id);

    /** Waits for those who are writing cases with it; those who come later wait for us. */
    @Select("SELECT id FROM case_type WHERE id = #{id} FOR UPDATE")
    Optional<String> lockCaseType(String id);

    @Select("SELECT id FROM case_category WHERE id = #{id} FOR UPDATE")
    Optional<String> lockCaseCategory(String id);

    @Select("SELECT id FROM team WHERE id = #{id} FOR UPDATE")
    Optional<String> lockTeam(String id);

    /** Where cases of this type are, whatever became of them. */
    @Select(
            "SELECT state, state_kind AS kind, COUNT(*) AS cases FROM service_case WHERE type = #{type} GROUP BY state, state_kind")
    List<StateUse> statesInUse(String type);

    @Select("SELECT COUNT(*) FROM service_case WHERE type = #{id}")
    long casesOfType(String id);

    @Select("SELECT COUNT(*) FROM service_case WHERE category = #{id}")
    long casesIn(String id);

    @Select("SELECT COUNT(*) FROM service_case WHERE team = #{id}")
    long casesOfTeam(String id);

    // ---- rules and texts of mail

    @Select("""
            SELECT id, place, title_en, title_zh, enabled, expression, consequence, version FROM mail_rule ORDER BY place, id
            """)
    List<MailRuleRow> mailRules();

    @Insert("""
            INSERT INTO mail_rule (id, place, title_en, title_zh, enabled, expression, consequence, version)
            VALUES (#{id}, #{place}, #{titleEn}, #{titleZh}, #{enabled}, #{expression}, #{consequence}, #{version})
            ON DUPLICATE KEY UPDATE place = VALUES(place), title_en = VALUES(title_en), title_zh = VALUES(title_zh),
              enabled = VALUES(enabled), expression = VALUES(expression), consequence = VALUES(consequence),
              version = VALUES(version)
            """)
    void saveMailRule(MailRuleRow row);

    @Delete("DELETE FROM mail_rule WHERE id = #{id}")
    void deleteMailRule(String id);

    @Select("SELECT id, title_en, title_zh, purpose, queue, texts, version FROM mail_template ORDER BY place, id")
    List<MailTemplateRow> mailTemplates();

    @Insert("""
            INSERT INTO mail_template (id, place, title_en, title_zh, purpose, queue, texts, version)
            SELECT #{id}, COALESCE(MAX(place), 0) + 1, #{titleEn}, #{titleZh}, #{purpose}, #{queue}, #{texts}, #{version}
            FROM mail_template
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), purpose = VALUES(purpose),
              queue = VALUES(queue), texts = VALUES(texts), version = VALUES(version)
            """)
    void saveMailTemplate(MailTemplateRow row);

    @Delete("DELETE FROM mail_template WHERE id = #{id}")
    void deleteMailTemplate(String id);

    // ---- break reasons and dispositions

    @Select("SELECT id, title_en, title_zh, version FROM break_reason ORDER BY place, id")
    List<TitledRow> breakReasons();

    @Insert("""
            INSERT INTO break_reason (id, place, title_en, title_zh, version)
            SELECT #{reason.id}, COALESCE(MAX(place), 0) + 1, #{reason.title.en}, #{reason.title.zh}, #{version}
            FROM break_reason
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), version = VALUES(version)
            """)
    void saveBreakReason(BreakReason reason, long version);

    @Delete("DELETE FROM break_reason WHERE id = #{id}")
    void deleteBreakReason(String id);

    @Select("SELECT id, title_en, title_zh, queue, version FROM disposition ORDER BY place, id")
    List<DispositionRow> dispositions();

    @Insert("""
            INSERT INTO disposition (id, place, title_en, title_zh, queue, version)
            SELECT #{disposition.id}, COALESCE(MAX(place), 0) + 1, #{disposition.title.en}, #{disposition.title.zh},
                   #{disposition.queue}, #{version}
            FROM disposition
            ON DUPLICATE KEY UPDATE title_en = VALUES(title_en), title_zh = VALUES(title_zh), queue = VALUES(queue),
              version = VALUES(version)
            """)
    void saveDisposition(Disposition disposition, long version);

    @Delete("DELETE FROM disposition WHERE id = #{id}")
    void deleteDisposition(String id);

    // ---- agents

    @Select("SELECT id, routing, routing_version AS version FROM agent ORDER BY extension")
    List<AgentRow> agents();

    @Select("SELECT id, routing, routing_version AS version FROM agent WHERE id = #{id}")
    Optional<AgentRow> agent(UUID id);

    @Select("SELECT agent, skill, level FROM agent_skill")
    List<AgentSkill> agentSkills();

    @Select("SELECT agent, skill, level FROM agent_skill WHERE agent = #{agent}")
    List<AgentSkill> skillsOf(UUID agent);

    @Select("SELECT agent, team FROM agent_team")
    List<AgentTeamRow> agentTeams();

    @Select("SELECT agent, team FROM agent_team WHERE agent = #{agent}")
    List<AgentTeamRow> teamsOf(UUID agent);

    @Update("UPDATE agent SET routing = #{routing}, routing_version = #{version} WHERE id = #{id}")
    void saveAgent(UUID id, String routing, long version);

    @Delete("DELETE FROM agent_skill WHERE agent = #{agent}")
    void deleteSkillsOf(UUID agent);

    @Insert("INSERT INTO agent_skill (agent, skill, level) VALUES (#{agent}, #{skill}, #{level})")
    void insertSkillOf(UUID agent, String skill, int level);

    @Delete("DELETE FROM agent_team WHERE agent = #{agent}")
    void deleteTeamsOf(UUID agent);

    @Insert("INSERT INTO agent_team (agent, team) VALUES (#{agent}, #{team})")
    void insertTeamOf(UUID agent, String team);

    // ---- channels

    @Select("SELECT id, units, interrupted_by, per_agent_max, version FROM channel_rule ORDER BY id")
    List<ChannelRow> channels();

    @Insert("""
            INSERT INTO channel_rule (id, units, interrupted_by, per_agent_max, version)
            VALUES (#{id}, #{units}, #{interruptedBy}, #{perAgentMax}, #{version})
            ON DUPLICATE KEY UPDATE units = VALUES(units), interrupted_by = VALUES(interrupted_by),
              per_agent_max = VALUES(per_agent_max), version = VALUES(version)
            """)
    void saveChannel(ChannelRow row);

    @Delete("DELETE FROM channel_rule WHERE id = #{id}")
    void deleteChannel(String id);

    // ---- history

    @Insert("""
            INSERT INTO configuration_change (revision, at, agent, kind, entity, action, `before`, `after`)
            VALUES (#{revision}, #{at}, #{agent}, #{kind}, #{entity}, #{action}, #{before}, #{after})
            """)
    void insertChange(
            long revision,
            Instant at,
            UUID agent,
            String kind,
            String entity,
            String action,
            Optional<String> before,
            Optional<String> after);

    @Select("""
            <script>
            SELECT c.revision, c.at, c.agent, a.name AS agent_name, c.kind, c.entity, c.action, c.`before`, c.`after`
            FROM configuration_change c LEFT JOIN agent a ON a.id = c.agent
            WHERE c.revision &lt; #{below}
            <if test="kind.isPresent()">AND c.kind = #{kind}</if>
            <if test="entity.isPresent()">AND c.entity = #{entity}</if>
            ORDER BY c.revision DESC LIMIT #{limit}
            </script>
            """)
    List<ChangeRow> changes(long below, Optional<String> kind, Optional<String> entity, int limit);
}
