package io.ahoy.crm.access;

import io.ahoy.crm.access.AnswersMapper.AnswerRow;
import io.ahoy.crm.store.Db;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A POST that is sent twice is done once: what it answered is written in the transaction of what it did, and told again. Kept for a day
 * ({@code Idempotency-Key} of the IETF httpapi draft).
 */
public final class Idempotency {
    public static final String HEADER = "Idempotency-Key";
    public static final int KEY_MAX = 128;

    private final Db db;

    public Idempotency(Db db) {
        this.db = db;
    }

    /** @param etag as it stands in the header */
    public record Told(int status, Optional<String> etag, Optional<String> body) {}

    /** @param work does it, within one transaction, and says what is to be answered */
    public Told once(UUID caller, String key, String request, Instant now, Supplier<Told> work) {
        byte[] hash = sha256(request);
        return db.together(() -> db.call(session -> {
            AnswersMapper answers = session.getMapper(AnswersMapper.class);
            // Whoever sends the same at the same moment waits here until the first has ended.
            boolean first = answers.begin(caller, key, hash, now) == 1;
            if (!first) {
                return again(answers.get(caller, key), hash);
            }
            Told told = work.get();
            answers.finish(caller, key, told.status(), told.etag(), told.body());
            return told;
        }));
    }

    private static Told again(AnswerRow row, byte[] hash) {
        if (!Arrays.equals(row.request(), hash)) {
            throw new Refusal.Invalid(HEADER, "This key was used for another request; each needs a key of its own.");
        }
        return new Told(row.status(), row.etag(), row.body());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
