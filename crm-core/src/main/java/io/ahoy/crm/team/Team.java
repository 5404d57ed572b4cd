package io.ahoy.crm.team;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.TeamMapper.AgentRow;
import io.ahoy.crm.team.TeamMapper.DeviceRow;
import io.ahoy.crm.team.TeamMapper.SkillRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Who works here, and what he works with. */
public final class Team {
    private static final int PASSWORD_MAX = 1024;

    private final Db db;
    private final Passwords passwords = new Passwords();

    public Team(Db db) {
        this.db = db;
    }

    /** By extension. */
    public List<Agent> agents() {
        return read(team -> {
            Map<UUID, Set<String>> skills = team.skills().stream()
                    .collect(Collectors.groupingBy(
                            SkillRow::agent, Collectors.mapping(SkillRow::skill, Collectors.toSet())));
            return team.agents().stream()
                    .map(row -> row.with(skills.getOrDefault(row.id(), Set.of())))
                    .toList();
        });
    }

    public Optional<Agent> agent(UUID id) {
        return read(team -> team.agent(id).map(row -> row.with(team.skillsOf(row.id()))));
    }

    public Optional<Agent> byLogin(String login) {
        return read(team -> team.byLogin(lowered(login)).map(row -> row.with(team.skillsOf(row.id()))));
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
    public List<Queue> queues() {
        return read(
                team -> team.queues().stream().map(TeamMapper.QueueRow::queue).toList());
    }

    /** In the order in which they were added; those the system sets itself included. */
    public List<BreakReason> breakReasons() {
        return read(team -> team.breakReasons().stream()
                .map(TeamMapper.BreakReasonRow::reason)
                .toList());
    }

    /** In the order in which they were added. */
    public List<Disposition> dispositions() {
        return read(team -> team.dispositions().stream()
                .map(TeamMapper.DispositionRow::disposition)
                .toList());
    }

    /** Adds someone new, with a phone secret of his own. */
    public void addAgent(Agent agent, String password) {
        if (password.isEmpty() || password.length() > PASSWORD_MAX) {
            throw new IllegalArgumentException("A password has 1 to " + PASSWORD_MAX + " characters");
        }
        String hash = passwords.hash(password);
        db.run(session -> insert(session, agent, hash));
    }

    public void addQueue(Queue queue) {
        db.run(session -> session.getMapper(TeamMapper.class).insertQueue(queue));
    }

    public void addBreakReason(BreakReason reason) {
        db.run(session -> session.getMapper(TeamMapper.class).insertBreakReason(reason));
    }

    public void addDisposition(Disposition disposition) {
        db.run(session -> session.getMapper(TeamMapper.class).insertDisposition(disposition));
    }

    private static String lowered(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    static void insert(SqlSession session, Agent agent, String passwordHash) {
        TeamMapper team = session.getMapper(TeamMapper.class);
        team.insertAgent(agent, passwordHash, Secrets.next());
        agent.skills().forEach(skill -> team.insertSkill(agent.id(), skill));
    }

    private <T> T read(Function<TeamMapper, T> question) {
        return db.call(session -> question.apply(session.getMapper(TeamMapper.class)));
    }
}
