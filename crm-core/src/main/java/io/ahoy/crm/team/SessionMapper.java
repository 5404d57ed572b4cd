package io.ahoy.crm.team;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface SessionMapper {
    @Insert(
            "INSERT INTO session (token_hash, csrf, agent, expires_at) VALUES (#{tokenHash}, #{csrf}, #{agent}, #{expires})")
    void insert(byte[] tokenHash, String csrf, UUID agent, Instant expires);

    @Select("""
            SELECT csrf, agent, expires_at AS expires FROM session
            WHERE token_hash = #{tokenHash} AND expires_at > #{now}
            """)
    Optional<SessionRow> find(byte[] tokenHash, Instant now);

    @Update("UPDATE session SET expires_at = #{expires} WHERE token_hash = #{tokenHash}")
    void prolong(byte[] tokenHash, Instant expires);

    @Delete("DELETE FROM session WHERE token_hash = #{tokenHash}")
    void delete(byte[] tokenHash);

    @Delete("DELETE FROM session WHERE agent = #{agent}")
    void deleteAllOf(UUID agent);

    @Delete("DELETE FROM session WHERE expires_at <= #{now}")
    void deleteExpired(Instant now);

    record SessionRow(String csrf, UUID agent, Instant expires) {
        Session with(String token, Instant until) {
            return new Session(token, csrf, agent, until);
        }
    }
}
