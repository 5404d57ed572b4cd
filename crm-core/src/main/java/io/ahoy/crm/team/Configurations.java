package io.ahoy.crm.team;

import io.ahoy.crm.store.Db;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/**
 * The configuration as it is, and the one way to change it: one change after the other, each judged together with all the rest, and
 * each written down.
 */
public final class Configurations {
    private final Db db;
    private final ExpressionCheck language;

    /** For those who only read, or change no rules. */
    public Configurations(Db db) {
        this(db, ExpressionCheck.NONE);
    }

    /** @param language of rules */
    public Configurations(Db db, ExpressionCheck language) {
        this.db = db;
        this.language = language;
    }

    /** As of one moment. */
    public Configuration read() {
        // A reader takes no lock; the isolation level shows each statement what is committed by then, so he makes sure
        // that
        // nobody committed in between.
        while (true) {
            Optional<Configuration> read = db.call(session -> {
                ConfigurationMapper mapper = mapper(session);
                long before = mapper.revision();
                Configuration configuration = new ConfigurationTables(session).read();
                session.clearCache();
                return before == mapper.revision() ? Optional.of(configuration) : Optional.empty();
            });
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    /** Who makes a change, when; {@code force}: stored although somebody has to go on before it makes sense. */
    public record Author(UUID agent, Instant now, boolean force) {}

    public sealed interface Outcome {}

    /** @param changed false when it was like this before, and nothing was written */
    public record Stored(Versioned now, boolean changed) implements Outcome {}

    public record Deleted() implements Outcome {}

    /** Somebody else changed it meanwhile: it is like this now, or gone. */
    public record Stale(Optional<Versioned> present) implements Outcome {}

    public record Refused(List<ConfigurationProblem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** @param by who names it, as {@code queues/sales} */
    public record InUse(List<String> by) implements Outcome {
        public InUse {
            by = List.copyOf(by);
        }
    }

    public record Unknown() implements Outcome {}

    /** @param version the one that was read; absent for something new */
    public Outcome put(Configured entity, OptionalLong version, Author author) {
        return db.call(session -> {
            Change change = new Change(session, author, language);
            Optional<Versioned> present = change.before.find(entity.kind(), entity.key());
            boolean stale =
                    present.map(known -> known.version() != version.orElse(-1)).orElse(version.isPresent());
            if (present.isEmpty() && !canBeMade(entity)) {
                return change.undo(new Unknown());
            }
            if (stale) {
                return change.undo(new Stale(present));
            }
            if (present.isPresent() && present.get().entity().equals(entity)) {
                return change.undo(new Stored(present.get(), false));
            }
            Configuration after = change.before.with(entity, change.revision);
            List<ConfigurationProblem> problems = new ArrayList<>(change.problems(after, entity.kind(), entity.key()));
            if (entity instanceof CaseType type) {
                problems.addAll(statesMissed(mapper(session), type));
            }
            if (!problems.isEmpty()) {
                return change.undo(new Refused(problems));
            }
            change.tables.save(entity, change.revision);
            change.write(entity.kind(), entity.key(), present.map(Versioned::entity), Optional.of(entity));
            return new Stored(new Versioned(entity, change.revision), true);
        });
    }

    /** @param version absent: whatever it is now */
    public Outcome delete(Kind kind, String key, OptionalLong version, Author author) {
        return db.call(session -> {
            Change change = new Change(session, author, language);
            Optional<Versioned> present = change.before.find(kind, key);
            if (present.isEmpty()) {
                return change.undo(new Unknown());
            }
            if (version.isPresent() && version.getAsLong() != present.get().version()) {
                return change.undo(new Stale(present));
            }
            List<String> users = new ArrayList<>(Uses.of(change.before, kind, key));
            records(mapper(session), kind, key).ifPresent(users::add);
            if (!users.isEmpty() || isOurs(present.get().entity())) {
                return change.undo(new InUse(users.isEmpty() ? List.of("Ahoy itself") : users));
            }
            List<ConfigurationProblem> problems = change.problems(change.before.without(kind, key), kind, key);
            if (!problems.isEmpty()) {
                return change.undo(new Refused(problems));
            }
            change.tables.delete(kind, key);
            change.write(kind, key, present.map(Versioned::entity), Optional.empty());
            return new Deleted();
        });
    }

    /**
     * Newest first.
     *
     * @param before the {@code next} of the page before
     */
    public ConfigurationChange.Page history(Optional<Kind> kind, Optional<String> id, OptionalLong before, int limit) {
        // One more than asked for tells whether there is a next page.
        List<ConfigurationChange> found = db
                .call(session ->
                        mapper(session).changes(before.orElse(Long.MAX_VALUE), kind.map(Kind::path), id, limit + 1))
                .stream()
                .map(ConfigurationRows.ChangeRow::change)
                .toList();
        if (found.size() <= limit) {
            return new ConfigurationChange.Page(found, Optional.empty());
        }
        List<ConfigurationChange> items = found.subList(0, limit);
        return new ConfigurationChange.Page(items, Optional.of(items.getLast().revision()));
    }

    /** How many records use it, in words; empty when none does. */
    private static Optional<String> records(ConfigurationMapper mapper, Kind kind, String key) {
        long users = switch (kind) {
            case CUSTOMER_SEGMENTS -> mapper.customersIn(key);
            case CASE_TYPES -> mapper.lockCaseType(key).isPresent() ? mapper.casesOfType(key) : 0;
            case CASE_CATEGORIES -> mapper.lockCaseCategory(key).isPresent() ? mapper.casesIn(key) : 0;
            case TEAMS -> mapper.lockTeam(key).isPresent() ? mapper.casesOfTeam(key) : 0;
            case SKILLS, CALENDARS, QUEUES, BREAK_REASONS, DISPOSITIONS, AGENTS, CHANNELS, MAIL_RULES, MAIL_TEMPLATES ->
                0;
        };
        String what = kind == Kind.CUSTOMER_SEGMENTS ? " customers and organisations" : " cases";
        return users == 0 ? Optional.empty() : Optional.of(users + what);
    }

    /** Cases must not be left in a state that there is no more, or that means something else now. */
    private static List<ConfigurationProblem> statesMissed(ConfigurationMapper mapper, CaseType type) {
        if (mapper.lockCaseType(type.id()).isEmpty()) {
            return List.of();
        }
        return mapper.statesInUse(type.id()).stream()
                .filter(use -> type.state(use.state())
                        .filter(state -> state.kind() == use.kind())
                        .isEmpty())
                .map(use -> new ConfigurationProblem(
                        Kind.CASE_TYPES,
                        type.id(),
                        "states",
                        "%s cases are in the state %s of kind %s; keep it, or move them first."
                                .formatted(use.cases(), use.state(), use.kind()),
                        false))
                .toList();
    }

    /** Agents are hired elsewhere, and what Ahoy sets itself is part of it. */
    private static boolean canBeMade(Configured entity) {
        return !(entity instanceof AgentRouting) && !isOurs(entity);
    }

    private static boolean isOurs(Configured entity) {
        return entity instanceof AgentRouting || entity instanceof BreakReason reason && reason.isSetBySystem();
    }

    private static ConfigurationMapper mapper(SqlSession session) {
        return session.getMapper(ConfigurationMapper.class);
    }

    /** One that is under way: nobody else changes anything until its transaction ends. */
    private static final class Change {
        final ConfigurationTables tables;
        final long revision;
        final Configuration before;
        private final SqlSession session;
        private final Author author;
        private final ExpressionCheck language;

        Change(SqlSession session, Author author, ExpressionCheck language) {
            this.session = session;
            this.author = author;
            this.language = language;
            mapper(session).begin();
            revision = mapper(session).revision();
            tables = new ConfigurationTables(session);
            before = tables.read();
        }

        /** Those that this change makes, or that are of what it changes: what was wrong elsewhere before stops nobody. */
        List<ConfigurationProblem> problems(Configuration after, Kind kind, String key) {
            LocalDate today = LocalDate.ofInstant(author.now(), ZoneOffset.UTC);
            List<ConfigurationProblem> old = ConfigurationCheck.problems(before, today, language);
            return ConfigurationCheck.problems(after, today, language).stream()
                    .filter(problem -> !old.contains(problem)
                            || problem.kind() == kind && problem.id().equals(key))
                    .filter(problem -> !problem.forcible() || !author.force())
                    .toList();
        }

        Outcome undo(Outcome outcome) {
            session.rollback(true);
            return outcome;
        }

        void write(Kind kind, String key, Optional<Configured> from, Optional<Configured> to) {
            ConfigurationChange.Action action = from.isEmpty()
                    ? ConfigurationChange.Action.CREATED
                    : to.isEmpty() ? ConfigurationChange.Action.DELETED : ConfigurationChange.Action.CHANGED;
            mapper(session)
                    .insertChange(
                            revision,
                            author.now(),
                            author.agent(),
                            kind.path(),
                            key,
                            action.name(),
                            from.map(ConfigurationJson::write),
                            to.map(ConfigurationJson::write));
        }
    }
}
