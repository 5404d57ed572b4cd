package io.ahoy.crm.team;

import io.ahoy.crm.store.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signed-in browsers. They survive a restart, because they are in the database; only a hash of the token is. */
public final class Sessions {
    private final Db db;
    private final Duration limit;

    /** @param limit a session ends after this long without {@link #find} */
    public Sessions(Db db, Duration limit) {
        this.db = db;
        this.limit = limit;
    }

    public Session open(UUID agent, Instant now) {
        Session session = new Session(Secrets.next(), Secrets.next(), agent, now.plus(limit));
        db.run(sql -> {
            SessionMapper sessions = sql.getMapper(SessionMapper.class);
            sessions.deleteExpired(now);
            sessions.insert(Secrets.sha256(session.token()), session.csrf(), agent, session.expires());
        });
        return session;
    }

    /** The session, if it has not expired; its time starts anew. */
    public Optional<Session> find(String token, Instant now) {
        byte[] hash = Secrets.sha256(token);
        return db.call(sql -> {
            SessionMapper sessions = sql.getMapper(SessionMapper.class);
            return sessions.find(hash, now).map(found -> {
                Instant until = now.plus(limit);
                // A tenth late is good enough, and spares nearly every request a write.
                if (Duration.between(found.expires(), until).compareTo(limit.dividedBy(10)) < 0) {
                    return found.with(token, found.expires());
                }
                sessions.prolong(hash, until);
                return found.with(token, until);
            });
        });
    }

    public void close(String token) {
        db.run(sql -> sql.getMapper(SessionMapper.class).delete(Secrets.sha256(token)));
    }

    public void closeAllOf(UUID agent) {
        db.run(sql -> sql.getMapper(SessionMapper.class).deleteAllOf(agent));
    }
}
