package io.ahoy.crm.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface TokenMapper {
    @Insert("""
            INSERT INTO api_token (id, hash, name, agent, scopes, made_at, expires_at)
            VALUES (#{id}, #{hash}, #{name}, #{agent}, #{scopes}, #{madeAt}, #{expiresAt})
            """)
    void insert(
            UUID id, byte[] hash, String name, UUID agent, String scopes, Instant madeAt, Optional<Instant> expiresAt);

    @Select("""
            SELECT id, name, agent, scopes, made_at, expires_at, used_at FROM api_token
            WHERE hash = #{hash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > #{now})
            """)
    Optional<TokenRow> find(byte[] hash, Instant now);

    @Select("""
            SELECT id, name, agent, scopes, made_at, expires_at, used_at FROM api_token WHERE revoked_at IS NULL ORDER BY id
            """)
    List<TokenRow> all();

    @Update("UPDATE api_token SET used_at = #{at} WHERE id = #{id}")
    void used(UUID id, Instant at);

    @Update("UPDATE api_token SET revoked_at = #{at} WHERE id = #{id} AND revoked_at IS NULL")
    int revoke(UUID id, Instant at);

    record TokenRow(
            UUID id,
            String name,
            UUID agent,
            String scopes,
            Instant madeAt,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {}
}
