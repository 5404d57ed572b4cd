package io.ahoy.crm.team;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface TeamMapper {
    String QUEUE_COLUMNS = """
            id, title_en, title_zh, skill, service_level_threshold_ms AS service_level_threshold, service_level_target,
            short_abandon_ms AS short_abandon, offer_limit_ms AS offer_limit, wrap_up_limit_ms AS wrap_up_limit,
            wrap_up_extension_ms AS wrap_up_extension, decline_retry_ms AS decline_retry, music_class
            """;
    String AGENT_COLUMNS = "id, login, name, role, extension, language";

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent ORDER BY extension")
    List<AgentRow> agents();

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent WHERE id = #{id}")
    Optional<AgentRow> agent(UUID id);

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent WHERE login = #{login}")
    Optional<AgentRow> byLogin(String login);

    @Select("SELECT agent, skill FROM agent_skill")
    List<SkillRow> skills();

    @Select("SELECT skill FROM agent_skill WHERE agent = #{agent}")
    Set<String> skillsOf(UUID agent);

    @Select("SELECT password_hash FROM agent WHERE id = #{agent}")
    Optional<String> passwordHash(UUID agent);

    @Select("SELECT phone_secret FROM agent WHERE id = #{agent}")
    Optional<String> phoneSecret(UUID agent);

    @Select("SELECT id AS agent, device FROM agent")
    List<DeviceRow> devices();

    @Update("UPDATE agent SET device = #{device} WHERE id = #{agent}")
    void setDevice(UUID agent, String device);

    @Insert("""
            INSERT INTO agent (id, login, name, role, extension, language, password_hash, phone_secret)
            VALUES (#{agent.id}, #{agent.login}, #{agent.name}, #{agent.role}, #{agent.extension}, #{agent.language},
                    #{passwordHash}, #{phoneSecret})
            """)
    void insertAgent(Agent agent, String passwordHash, String phoneSecret);

    @Insert("INSERT INTO agent_skill (agent, skill) VALUES (#{agent}, #{skill})")
    void insertSkill(UUID agent, String skill);

    @Select("SELECT " + QUEUE_COLUMNS + " FROM queue ORDER BY place, id")
    List<QueueRow> queues();

    @Insert("""
            INSERT INTO queue (id, place, title_en, title_zh, skill, service_level_threshold_ms, service_level_target,
                               short_abandon_ms, offer_limit_ms, wrap_up_limit_ms, wrap_up_extension_ms, decline_retry_ms,
                               music_class)
            SELECT #{id}, COUNT(*) + 1, #{title.en}, #{title.zh}, #{skill}, #{serviceLevelThreshold}, #{serviceLevelTarget},
                   #{shortAbandon}, #{offerLimit}, #{wrapUpLimit}, #{wrapUpExtension}, #{declineRetry}, #{musicClass}
            FROM queue
            """)
    void insertQueue(Queue queue);

    @Select("SELECT id, title_en, title_zh FROM break_reason ORDER BY place, id")
    List<BreakReasonRow> breakReasons();

    @Insert("""
            INSERT INTO break_reason (id, place, title_en, title_zh)
            SELECT #{id}, COUNT(*) + 1, #{title.en}, #{title.zh} FROM break_reason
            """)
    void insertBreakReason(BreakReason reason);

    @Select("SELECT id, title_en, title_zh, queue FROM disposition ORDER BY place, id")
    List<DispositionRow> dispositions();

    @Insert("""
            INSERT INTO disposition (id, place, title_en, title_zh, queue)
            SELECT #{id}, COUNT(*) + 1, #{title.en}, #{title.zh}, #{queue} FROM disposition
            """)
    void insertDisposition(Disposition disposition);

    record AgentRow(UUID id, String login, String name, Role role, String extension, String language) {
        Agent with(Set<String> skills) {
            return new Agent(id, login, name, role, extension, language, skills);
        }
    }

    record SkillRow(UUID agent, String skill) {}

    record DeviceRow(UUID agent, String device) {}

    record QueueRow(
            String id,
            String titleEn,
            String titleZh,
            String skill,
            Duration serviceLevelThreshold,
            double serviceLevelTarget,
            Duration shortAbandon,
            Duration offerLimit,
            Duration wrapUpLimit,
            Duration wrapUpExtension,
            Duration declineRetry,
            String musicClass) {
        Queue queue() {
            return new Queue(
                    id,
                    new Titles(titleEn, titleZh),
                    skill,
                    serviceLevelThreshold,
                    serviceLevelTarget,
                    shortAbandon,
                    offerLimit,
                    wrapUpLimit,
                    wrapUpExtension,
                    declineRetry,
                    musicClass);
        }
    }

    record BreakReasonRow(String id, String titleEn, String titleZh) {
        BreakReason reason() {
            return new BreakReason(id, new Titles(titleEn, titleZh));
        }
    }

    record DispositionRow(String id, String titleEn, String titleZh, Optional<String> queue) {
        Disposition disposition() {
            return new Disposition(id, new Titles(titleEn, titleZh), queue);
        }
    }
}
