package io.ahoy.desktop.auth;

import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Sessions;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Login and password against the team's records. */
public final class SignIn {
    /** Argon2 takes much memory and a core for each attempt: this bounds both. */
    private static final int CHECKS_MAX = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Team team;
    private final Sessions sessions;
    private final InstantSource clock;
    private final FailedLogins failedLogins = new FailedLogins();
    private final Semaphore checks = new Semaphore(CHECKS_MAX, true);

    public SignIn(Team team, Sessions sessions, InstantSource clock) {
        this.team = team;
        this.sessions = sessions;
        this.clock = clock;
    }

    public SignedIn signIn(String login, String password, String address) throws InterruptedException {
        Instant begunAt = clock.instant();
        failedLogins.begin(login, address, begunAt);
        boolean wrong = false;
        try {
            Optional<Agent> agent = authenticate(login, password);
            wrong = agent.isEmpty();
            Agent known = agent.orElseThrow(Problem::wrongPassword);
            return new SignedIn(known, sessions.open(known.id(), clock.instant()));
        } finally {
            // Also when the database is away: its outage must not keep people out for longer than it lasts.
            if (!wrong) {
                failedLogins.forgive(login, address, begunAt);
            }
        }
    }

    private Optional<Agent> authenticate(String login, String password) throws InterruptedException {
        if (!checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Problem.away("Too many people sign in at once; try again.");
        }
        try {
            return team.authenticate(login, password);
        } finally {
            checks.release();
        }
    }
}
