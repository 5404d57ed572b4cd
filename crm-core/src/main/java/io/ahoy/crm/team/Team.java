package io.ahoy.crm.team;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.TeamMapper.AgentRow;
import io.ahoy.crm.team.TeamMapper.ColleagueRow;
import io.ahoy.crm.team.TeamMapper.DeviceRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Who works here, and what he works with. */
public final class Team {
    private static final int PASSWORD_MAX = 1024;
    private static final long FIRST_VERSION = 1;

    private final Db db;
    private final Passwords passwords = new Passwords();

    public Team(Db db) {
        this.db = db;
    }

    /** By extension. */
    public List<Agent> agents() {
        return db.call(session -> {
            Map<UUID, AgentRouting> routing = new ConfigurationTables(session)
                    .agents().stream()
                            .map(row -> (AgentRouting) row.entity())
                            .collect(Collectors.toMap(AgentRouting::id, Function.identity()));
            return mapper(session).agents().stream()
                    // Somebody added between the two questions has nothing yet.
                    .flatMap(row -> Optional.ofNullable(routing.get(row.id())).map(row::with).stream())
                    .toList();
        });
    }

    public Optional<Agent> agent(UUID id) {
        return db.call(session -> mapper(session).agent(id).flatMap(row -> complete(session, row)));
    }

    public Optional<Agent> byLogin(String login) {
        return db.call(session -> mapper(session).byLogin(lowered(login)).flatMap(row -> complete(session, row)));
    }

    /**
     * Those to whom work may be given, by name.
     *
     * @param roles that may be given it; at least one
     * @param name any part of it
     * @param after the last of the page before
     */
    public List<Colleague> colleagues(
            List<Role> roles, Optional<String> name, Optional<String> team, Optional<UUID> after, int limit) {
        return read(mapper -> mapper.colleagues(roles, name, team, after, limit).stream()
                .map(ColleagueRow::read)
                .toList());
    }

    /**
     * The agent, if login and password are right. Takes the same work for a login nobody has, so that guessing tells nothing
     * about who exists. How often someone may try is the caller's to limit.
     */
    public Optional<Agent> authenticate(String login, String password) {
        if (password.length() > PASSWORD_MAX) {
            return Optional.empty();
        }
        Optional<String> hash =
                read(team -> team.byLogin(lowered(login)).map(AgentRow::id).flatMap(team::passwordHash));
        // Hashed outside the transaction: it takes a while, and a connection is scarcer than a core.
        if (hash.isEmpty()) {
            passwords.waste(password);
            return Optional.empty();
        }
        return passwords.matches(password, hash.get()) ? byLogin(login) : Optional.empty();
    }

    /** The secret of the agent's SIP account. */
    public Optional<String> phoneSecret(UUID agent) {
        return read(team -> team.phoneSecret(agent));
    }

    /** Which of his phones rings for each agent, by the name that was given to {@link #chooseDevice}. */
    public Map<UUID, String> devices() {
        return read(team -> team.devices().stream().collect(Collectors.toMap(DeviceRow::agent, DeviceRow::device)));
    }

    /** Kept over restarts: an agent at a desk phone may not look at his desktop for hours. */
    public void chooseDevice(UUID agent, String device) {
        db.run(session -> session.getMapper(TeamMapper.class).setDevice(agent, device));
    }

    /** In the order in which they were added. */
    public List<Skill> skills() {
        return configured(configuration -> configuration.skills().stream()
                .map(row -> new Skill(row.id(), row.title()))
                .toList());
    }

    /** The teams that agents are in, in the order in which they were added. */
    public List<AgentTeam> agentTeams() {
        return configured(configuration -> configuration.teams().stream()
                .map(row -> new AgentTeam(row.id(), row.title()))
                .toList());
    }

    /** In the order in which they were added. */
    public List<Queue> queues() {
        return configured(configuration -> configuration.queues().stream()
                .map(ConfigurationRows.QueueRow::queue)
                .toList());
    }

    /** In the order in which they were added; those the system sets itself included. */
    public List<BreakReason> breakReasons() {
        return configured(configuration -> configuration.breakReasons().stream()
                .map(row -> new BreakReason(row.id(), row.title()))
                .toList());
    }

    /** In the order in which they were added. */
    public List<Disposition> dispositions() {
        return configured(configuration -> configuration.dispositions().stream()
                .map(ConfigurationRows.DispositionRow::disposition)
                .toList());
    }

    /** In the order in which they were added. */
    public List<CustomerSegment> customerSegments() {
        return configured(configuration -> configuration.customerSegments().stream()
                .map(ConfigurationRows.SegmentRow::segment)
                .toList());
    }

    /** In the order in which they were added. */
    public List<CaseType> caseTypes() {
        return configured(configuration -> configuration.caseTypes().stream()
                .map(ConfigurationRows.CaseTypeRow::type)
                .toList());
    }

    /** In the order in which they were added. */
    public List<CaseCategory> caseCategories() {
        return configured(configuration -> configuration.caseCategories().stream()
                .map(ConfigurationRows.CategoryRow::category)
                .toList());
    }

    public Optional<CustomerSegment> customerSegment(String id) {
        return customerSegments().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Adds someone new, with a phone secret of his own. */
    public void addAgent(Agent agent, String password) {
        if (password.isEmpty() || password.length() > PASSWORD_MAX) {
            throw new IllegalArgumentException("A password has 1 to " + PASSWORD_MAX + " characters");
        }
        String hash = passwords.hash(password);
        db.run(session -> insert(session, agent, hash));
    }

    /** Unchecked, as are the others here: for filling a new database. {@link Configurations} is for one that is in use. */
    public void addQueue(Queue queue) {
        db.run(session -> add(session, queue));
    }

    public void addBreakReason(BreakReason reason) {
        db.run(session -> add(session, reason));
    }

    public void addDisposition(Disposition disposition) {
        db.run(session -> add(session, disposition));
    }

    static void add(SqlSession session, Configured entity) {
        if (entity instanceof Queue queue) {
            ConfigurationMapper configuration = session.getMapper(ConfigurationMapper.class);
            queue.needs().skills().keySet().forEach(configuration::nameSkill);
        }
        new ConfigurationTables(session).save(entity, FIRST_VERSION);
    }

    static void insert(SqlSession session, Agent agent, String passwordHash) {
        mapper(session).insertAgent(agent, passwordHash, Secrets.next());
        ConfigurationMapper configuration = session.getMapper(ConfigurationMapper.class);
        agent.skills().keySet().forEach(configuration::nameSkill);
        new ConfigurationTables(session).save(agent.routing(), FIRST_VERSION);
    }

    private static Optional<Agent> complete(SqlSession session, AgentRow row) {
        return new ConfigurationTables(session).agent(row.id()).map(row::with);
    }

    private static String lowered(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private static TeamMapper mapper(SqlSession session) {
        return session.getMapper(TeamMapper.class);
    }

    private <T> T read(Function<TeamMapper, T> question) {
        return db.call(session -> question.apply(mapper(session)));
    }

    private <T> T configured(Function<ConfigurationMapper, T> question) {
        return db.call(session -> question.apply(session.getMapper(ConfigurationMapper.class)));
    }
}
