package io.ahoy.crm.store;

import io.ahoy.crm.store.AnswersMapper.AnswerRow;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What was answered to requests that may be sent twice. */
public final class Answers {
    private final Db db;

    public Answers(Db db) {
        this.db = db;
    }

    /** Whether it is the first; whoever sends the same at the same moment waits here until the first has ended. */
    public boolean begin(UUID caller, String key, byte[] request, Instant at) {
        return call(answers -> answers.begin(caller, key, request, at)) == 1;
    }

    /** Of one that is not the first. */
    public AnswerRow get(UUID caller, String key) {
        return call(answers -> answers.get(caller, key));
    }

    public void finish(UUID caller, String key, int status, Optional<String> etag, Optional<String> body) {
        db.run(session -> session.getMapper(AnswersMapper.class).finish(caller, key, status, etag, body));
    }

    private <T> T call(Function<AnswersMapper, T> work) {
        return db.call(session -> work.apply(session.getMapper(AnswersMapper.class)));
    }
}
