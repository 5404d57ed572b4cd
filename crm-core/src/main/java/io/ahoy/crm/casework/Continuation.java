package io.ahoy.crm.casework;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseRows.CaseRow;
import io.ahoy.crm.casework.CaseRows.InteractionRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * Which case a new interaction goes on with. Whoever calls may call about anything, so a case is suggested and the agent decides; who
 * names the number of his own case in a message has decided himself.
 */
public final class Continuation {
    private static final Pattern NUMBER = Pattern.compile("\\bC-[0-9]{4}-[0-9]{6,9}\\b");
    /** Of a long thread the numbers that were quoted first count. */
    private static final int NUMBERS_MAX = 10;

    private final Db db;

    public Continuation(Db db) {
        this.db = db;
    }

    /** A case as it is suggested. */
    public record Suggested(UUID id, String number, String subject, StateKind stateKind) {}

    /**
     * The one case of its customer that waits for him, is solved, or was closed so lately that he can open it again; empty when there are
     * several, or when it belongs to a case already. Among those alone that the agent may see.
     */
    public Optional<Suggested> suggest(UUID interaction, Actor actor) {
        if (Sight.isBlind(actor)) {
            return Optional.empty();
        }
        List<CaseRow> found =
                db.call(session -> mapper(session).continuable(interaction, actor.now(), Sight.of(actor), 2));
        return found.size() == 1 ? found.stream().map(Continuation::suggested).findFirst() : Optional.empty();
    }

    /**
     * A message came in. When it names a case of its own sender that can go on, it belongs to that case from now on, and the case is open
     * again if it waited for the customer, was solved, or was closed lately. A number of somebody else's case means nothing.
     *
     * @param text subject and body, as they came
     * @return the case
     */
    public Optional<UUID> join(UUID interaction, String text, Instant now) {
        Set<String> numbers = NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .limit(NUMBERS_MAX)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        return db.call(session -> {
            Optional<InteractionRow> row = mapper(session).lockInteraction(interaction);
            if (row.isEmpty() || row.get().serviceCase().isPresent()) {
                return Optional.empty();
            }
            Optional<UUID> named = numbers.stream()
                    .flatMap(number -> mapper(session).ownCase(interaction, number, now).stream())
                    .findFirst();
            named.ifPresent(id -> {
                mapper(session).attach(interaction, named);
                Audit.changed(session, now, Subject.HISTORY, interaction, NONE, new Belongs(named));
                Cases.contacted(session, id, now);
            });
            return named;
        });
    }

    /**
     * A message goes on where an earlier one stands: it belongs to the same case from now on, and the case is open again if it waited for
     * the customer, was solved, or was closed lately.
     *
     * @return the case; empty when the earlier one belongs to none, or it cannot go on
     */
    public Optional<UUID> follow(UUID interaction, UUID earlier, Instant now) {
        return db.call(session -> {
            Optional<InteractionRow> row = mapper(session).lockInteraction(interaction);
            if (row.isEmpty() || row.get().serviceCase().isPresent()) {
                return row.flatMap(InteractionRow::serviceCase);
            }
            Optional<UUID> same = mapper(session).caseOfEarlier(earlier, now);
            same.ifPresent(id -> {
                mapper(session).attach(interaction, same);
                Audit.changed(session, now, Subject.HISTORY, interaction, NONE, new Belongs(same));
                Cases.contacted(session, id, now);
            });
            return same;
        });
    }

    /** The case of an interaction, for Ahoy itself, which shows it to nobody. */
    public Optional<UUID> caseOf(UUID interaction) {
        return db.call(session -> mapper(session).caseOf(interaction));
    }

    private record Belongs(Optional<UUID> serviceCase) {}

    private static final Belongs NONE = new Belongs(Optional.empty());

    private static Suggested suggested(CaseRow row) {
        return new Suggested(row.id(), row.number(), row.subject(), row.stateKind());
    }

    private static CaseLinkMapper mapper(SqlSession session) {
        return session.getMapper(CaseLinkMapper.class);
    }
}
