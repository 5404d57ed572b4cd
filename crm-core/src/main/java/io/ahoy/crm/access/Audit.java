package io.ahoy.crm.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.access.AuditMapper.AuditRow;
import io.ahoy.crm.access.AuditMapper.FoundRow;
import io.ahoy.crm.access.AuditMapper.KeyRow;
import io.ahoy.crm.access.AuditMapper.ShownRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/**
 * Who read and who changed what. Changes are written in the transaction that makes them, reads in one of their own. Nothing here changes
 * or removes a line, and triggers refuse it to everybody else. What a line says of a record is sealed with that record's key, so that
 * erasing a person erases it from the trail without touching the trail.
 */
public final class Audit {
    private static final String SHOWN = "SHOWN";

    private final Db db;

    public Audit(Db db) {
        this.db = db;
    }

    public void read(Actor actor, Subject subject, Object record) {
        db.run(session ->
                insert(session, actor, Action.READ.name(), subject, record, Optional.empty(), Optional.empty()));
    }

    /**
     * In a list, or among what a search found: one line, which each of the records leads to. What was typed is not kept, for it is often
     * a name. Nothing is written where nothing was shown.
     *
     * @param operation as {@code /find}
     */
    public void shown(Actor actor, Subject subject, String operation, Stream<UUID> records) {
        Set<UUID> all = records.collect(Collectors.toCollection(TreeSet::new));
        if (all.isEmpty()) {
            return;
        }
        db.run(session -> {
            UUID entry = insert(session, actor, SHOWN, subject, operation, Optional.empty(), Optional.empty());
            mapper(session).insertShown(entry, all);
        });
    }

    /** What each of these lines showed; those that were about one record are missing. */
    public Map<UUID, List<UUID>> shown(List<UUID> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return db.call(session -> mapper(session).shown(entries)).stream()
                .collect(Collectors.groupingBy(
                        ShownRow::entry, Collectors.mapping(ShownRow::record, Collectors.toUnmodifiableList())));
    }

    public static void created(SqlSession session, Actor actor, Subject subject, Object record, Object after) {
        insert(session, actor, "CREATED", subject, record, Optional.empty(), Optional.of(RecordJson.tree(after)));
    }

    /** As the other, of what Ahoy did by itself. */
    public static void created(SqlSession session, Instant now, Subject subject, Object record, Object after) {
        Author author = new Author(Optional.empty(), Optional.empty(), now);
        insert(session, author, "CREATED", subject, record, Optional.empty(), Optional.of(RecordJson.tree(after)));
    }

    public static void deleted(SqlSession session, Actor actor, Subject subject, Object record, Object before) {
        insert(session, actor, "DELETED", subject, record, Optional.of(RecordJson.tree(before)), Optional.empty());
    }

    /** Writes only the fields that differ; nothing when none does. */
    public static void changed(
            SqlSession session, Actor actor, Subject subject, Object record, Object before, Object after) {
        changed(session, Author.of(actor), subject, record, before, after);
    }

    /** As the other, of what Ahoy did by itself. */
    public static void changed(
            SqlSession session, Instant now, Subject subject, Object record, Object before, Object after) {
        changed(session, new Author(Optional.empty(), Optional.empty(), now), subject, record, before, after);
    }

    private record Author(Optional<UUID> agent, Optional<UUID> token, Instant now) {
        static Author of(Actor actor) {
            return new Author(Optional.of(actor.agent()), actor.token().map(Actor.ActingToken::id), actor.now());
        }
    }

    private static void changed(
            SqlSession session, Author author, Subject subject, Object record, Object before, Object after) {
        ObjectNode was = RecordJson.tree(before);
        ObjectNode is = RecordJson.tree(after);
        ObjectNode old = JsonNodeFactory.instance.objectNode();
        ObjectNode young = JsonNodeFactory.instance.objectNode();
        was.properties().forEach(field -> keepIfDifferent(field.getKey(), field.getValue(), is, old));
        is.properties().forEach(field -> keepIfDifferent(field.getKey(), field.getValue(), was, young));
        if (!old.isEmpty() || !young.isEmpty()) {
            insert(session, author, "CHANGED", subject, record, Optional.of(old), Optional.of(young));
        }
    }

    /** Something else that was done, as EXPORTED. */
    public static void did(SqlSession session, Actor actor, String action, Subject subject, Object record) {
        insert(session, actor, action, subject, record, Optional.empty(), Optional.empty());
    }

    /** What the trail says of this record can be read by nobody any more; that something was done remains. */
    public static void erase(SqlSession session, Object record) {
        mapper(session).forgetKey(record.toString());
    }

    /**
     * The oldest lines, and the keys of records of which no line is left: they open nothing any more.
     *
     * @param bound the id of the first line that stays
     * @return how many lines
     */
    public static int forget(SqlSession session, UUID bound, int limit) {
        AuditMapper mapper = mapper(session);
        List<String> records = mapper.oldRecords(bound, limit);
        int gone = mapper.forgetOld(bound, limit);
        if (!records.isEmpty()) {
            // Locked before it is seen whether a line is left, so that none is sealed with a key that goes.
            List<String> held = mapper.lockKeys(records);
            if (!held.isEmpty()) {
                mapper.forgetUnusedKeys(held);
            }
        }
        return gone;
    }

    /**
     * Newest first.
     *
     * @param record of what was done with it, and of the lists that showed it
     * @param before the id of the last of the page before
     */
    public List<AuditEntry> page(Optional<String> record, Optional<UUID> agent, Optional<UUID> before, int limit) {
        return db.call(session -> {
            Map<String, Optional<byte[]>> keys = new HashMap<>();
            return mapper(session).page(record, agent, before, limit).stream()
                    .map(row -> opened(
                            row,
                            keys.computeIfAbsent(
                                    row.record(), of -> mapper(session).key(of).map(KeyRow::secret))))
                    .toList();
        });
    }

    private static void keepIfDifferent(String field, JsonNode value, ObjectNode other, ObjectNode kept) {
        if (!value.equals(other.get(field))) {
            kept.set(field, value);
        }
    }

    private static AuditEntry opened(FoundRow row, Optional<byte[]> key) {
        boolean says = row.before().isPresent() || row.after().isPresent();
        return new AuditEntry(
                row.id(),
                row.at(),
                row.agent(),
                row.agentName(),
                row.token(),
                row.action(),
                row.subject(),
                row.record(),
                key.flatMap(with -> row.before().flatMap(text -> Seal.open(with, text))),
                key.flatMap(with -> row.after().flatMap(text -> Seal.open(with, text))),
                says && key.isEmpty());
    }

    private static UUID insert(
            SqlSession session,
            Actor actor,
            String action,
            Subject subject,
            Object record,
            Optional<ObjectNode> before,
            Optional<ObjectNode> after) {
        return insert(session, Author.of(actor), action, subject, record, before, after);
    }

    private static UUID insert(
            SqlSession session,
            Author author,
            String action,
            Subject subject,
            Object record,
            Optional<ObjectNode> before,
            Optional<ObjectNode> after) {
        String of = record.toString();
        Optional<byte[]> key =
                before.isPresent() || after.isPresent() ? Optional.of(key(session, of)) : Optional.empty();
        UUID id = UuidV7.next(author.now());
        mapper(session)
                .insert(new AuditRow(
                        id,
                        author.now(),
                        author.agent(),
                        author.token(),
                        action,
                        subject.name(),
                        of,
                        before.map(text -> Seal.close(key.orElseThrow(), text.toString())),
                        after.map(text -> Seal.close(key.orElseThrow(), text.toString()))));
        return id;
    }

    private static byte[] key(SqlSession session, String record) {
        Optional<KeyRow> known = mapper(session).heldKey(record);
        if (known.isEmpty()) {
            mapper(session).insertKey(record, Seal.newKey());
            known = mapper(session).heldKey(record);
        }
        return known.orElseThrow().secret();
    }

    private static AuditMapper mapper(SqlSession session) {
        return session.getMapper(AuditMapper.class);
    }
}
