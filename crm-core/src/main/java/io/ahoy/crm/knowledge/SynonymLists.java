package io.ahoy.crm.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * The lists of phrases that mean the same, as supervisors keep them. They are data and no setting of {@code ahoy.yaml}, because whoever
 * reads which searches found nothing is to mend that at once.
 */
final class SynonymLists {
    static final int LISTS_MAX = 1_000;
    static final int PHRASES_MAX = 20;
    static final int PHRASE_LENGTH_MAX = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;

    SynonymLists(Db db) {
        this.db = db;
    }

    List<List<String>> read() {
        return db.call(session ->
                mapper(session).all().stream().map(SynonymLists::parse).toList());
    }

    /** @throws IllegalArgumentException when there are too many, or one is too long; the message says which */
    void replace(List<List<String>> lists, Instant now) {
        check(lists);
        db.run(session -> {
            mapper(session).clear();
            lists.forEach(phrases -> mapper(session).insert(UuidV7.next(now), write(phrases)));
        });
    }

    private static void check(List<List<String>> lists) {
        if (lists.size() > LISTS_MAX) {
            throw new IllegalArgumentException(
                    "There are at most " + LISTS_MAX + " lists of synonyms, not " + lists.size() + ".");
        }
        for (List<String> phrases : lists) {
            if (phrases.size() < 2 || phrases.size() > PHRASES_MAX) {
                throw new IllegalArgumentException("A list of synonyms has 2 to " + PHRASES_MAX + " phrases, not "
                        + phrases.size() + ": " + phrases + ".");
            }
            phrases.stream()
                    .filter(phrase -> phrase.isBlank() || phrase.length() > PHRASE_LENGTH_MAX)
                    .findFirst()
                    .ifPresent(phrase -> {
                        throw new IllegalArgumentException(
                                "A synonym has 1 to " + PHRASE_LENGTH_MAX + " characters; shorten or remove \""
                                        + SearchText.cut(phrase, PHRASE_LENGTH_MAX) + "\".");
                    });
        }
    }

    private static List<String> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("article_synonym holds no list of phrases: " + json, e);
        }
    }

    private static String write(List<String> phrases) {
        try {
            return JSON.writeValueAsString(phrases);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is always JSON", e);
        }
    }

    private static SynonymMapper mapper(SqlSession session) {
        return session.getMapper(SynonymMapper.class);
    }
}
