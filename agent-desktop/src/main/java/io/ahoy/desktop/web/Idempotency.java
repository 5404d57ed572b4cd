package io.ahoy.desktop.web;

import io.ahoy.crm.store.Answers;
import io.ahoy.crm.store.AnswersMapper.AnswerRow;
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
final class Idempotency {
    static final String HEADER = "Idempotency-Key";
    static final int KEY_MAX = 128;

    private final Db db;
    private final Answers answers;

    Idempotency(Db db) {
        this.db = db;
        this.answers = new Answers(db);
    }

    /** @param etag as it stands in the header */
    record Told(int status, Optional<String> etag, Optional<String> body) {}

    /** @param work does it, within one transaction, and says what is to be answered */
    Told once(UUID caller, String key, String request, Instant now, Supplier<Told> work) {
        byte[] hash = sha256(request);
        return db.together(() -> {
            if (!answers.begin(caller, key, hash, now)) {
                return again(answers.get(caller, key), hash);
            }
            Told told = work.get();
            answers.finish(caller, key, told.status(), told.etag(), told.body());
            return told;
        });
    }

    private static Told again(AnswerRow row, byte[] hash) {
        if (!Arrays.equals(row.request(), hash)) {
            throw Problem.unprocessable(HEADER, "This key was used for another request; each needs a key of its own.");
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
