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

    record DeviceRow(UUID agent, String device) {}
}
