package io.ahoy.crm.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What was answered to requests that may be sent twice. */
interface AnswersMapper {
    /** @return 1 for the first, 0 for whoever comes again */
    @Insert("""
            INSERT IGNORE INTO idempotency (caller, `key`, request, status, at)
            VALUES (#{caller}, #{key}, #{request}, 0, #{at})
            """)
    int begin(UUID caller, String key, byte[] request, Instant at);

    @Select("SELECT request, status, etag, body FROM idempotency WHERE caller = #{caller} AND `key` = #{key}")
    AnswerRow get(UUID caller, String key);

    @Update("""
            UPDATE idempotency SET status = #{status}, etag = #{etag}, body = #{body}
            WHERE caller = #{caller} AND `key` = #{key}
            """)
    void finish(UUID caller, String key, int status, Optional<String> etag, Optional<String> body);

    record AnswerRow(byte[] request, int status, Optional<String> etag, Optional<String> body) {}
}
