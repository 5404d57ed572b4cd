package io.ahoy.crm.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface TeamMapper {
    String AGENT_COLUMNS = "id, login, name, role, extension, language";

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent ORDER BY extension")
    List<AgentRow> agents();

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent WHERE id = #{id}")
    Optional<AgentRow> agent(UUID id);

    @Select("SELECT " + AGENT_COLUMNS + " FROM agent WHERE login = #{login}")
    Optional<AgentRow> byLogin(String login);

    @Select("""
            <script>
            SELECT a.id, a.name, a.language,
              COALESCE((SELECT GROUP_CONCAT(t.team ORDER BY t.team) FROM agent_team t WHERE t.agent = a.id), '') AS teams
            FROM agent a
            WHERE a.role IN <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
            <if test="name.isPresent()">AND LOCATE(#{name}, a.name) > 0</if>
            <if test="team.isPresent()">
              AND EXISTS (SELECT 1 FROM agent_team t WHERE t.agent = a.id AND t.team = #{team})
            </if>
            <if test="after.isPresent()">
              AND (a.name, a.id) > (SELECT l.name, l.id FROM agent l WHERE l.id = #{after})
            </if>
            ORDER BY a.name, a.id LIMIT #{limit}
            </script>
            """)
    List<ColleagueRow> colleagues(
            List<Role> roles, Optional<String> name, Optional<String> team, Optional<UUID> after, int limit);

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

    record AgentRow(UUID id, String login, String name, Role role, String extension, String language) {
        Agent with(AgentRouting routing) {
            return new Agent(id, login, name, role, extension, language, routing);
        }
    }

    /** @param teams ids with commas between them, which no id has */
    record ColleagueRow(UUID id, String name, String language, String teams) {
        Colleague read() {
            return new Colleague(id, name, teams.isEmpty() ? List.of() : List.of(teams.split(",")), language);
        }
    }

    record DeviceRow(UUID agent, String device) {}
}
