package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.Secret;
import io.ahoy.crm.knowledge.DemoArticles;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.DatabaseUnusable;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.DemoCustomers;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Team;
import java.time.Instant;
import java.util.Optional;

/** The database that {@code ahoy.yaml} names, or the embedded one. */
record Database(Db db, Team team, Optional<EmbeddedMariaDb> embedded) {

    static Database open(AhoyConfig config, DataFolder folder, Shutdown shutdown) throws StartProblem {
        Optional<EmbeddedMariaDb> embedded = config.database().url().isPresent()
                ? Optional.empty()
                : Optional.of(startEmbedded(config, folder, shutdown));
        Db db = embedded.isPresent() ? openEmbedded(embedded.get(), config) : openNamed(config);
        shutdown.add("The database pool", db);
        Team team = new Team(db);
        if (config.centre().demo() && team.agents().isEmpty()) {
            DemoTeam.fill(db);
            DemoCustomers.fill(db, Instant.now());
            DemoArticles.fill(db, Instant.now());
        }
        if (team.queues().isEmpty()) {
            throw new StartProblem(
                    "The database has no queue, so that no caller would have a line. Add queues to its table"
                            + " \"queue\", or set " + config.whereToChange("centre.demo")
                            + " to true while it is empty.");
        }
        return new Database(db, team, embedded);
    }

    private static EmbeddedMariaDb startEmbedded(AhoyConfig config, DataFolder folder, Shutdown shutdown)
            throws StartProblem {
        try {
            EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(
                    folder.path("mariadb"), config.database().embeddedPort());
            shutdown.add("MariaDB", mariaDb::stop);
            return mariaDb;
        } catch (DatabaseUnusable | DatabaseDown e) {
            throw new StartProblem(
                    "The embedded MariaDB does not start: " + e.getMessage() + ". Its log is in "
                            + folder.path("mariadb") + "; to use another database set "
                            + config.whereToChange("database.url") + ".",
                    e);
        }
    }

    private static Db openEmbedded(EmbeddedMariaDb mariaDb, AhoyConfig config) throws StartProblem {
        try {
            return Db.open(
                    mariaDb.url(),
                    mariaDb.user(),
                    mariaDb.password(),
                    config.database().poolSize());
        } catch (DatabaseDown e) {
            throw new StartProblem("The embedded MariaDB does not answer: " + e.getMessage(), e);
        } catch (DatabaseUnusable e) {
            throw new StartProblem("The embedded MariaDB cannot be used: " + e.getMessage(), e);
        }
    }

    private static Db openNamed(AhoyConfig config) throws StartProblem {
        AhoyConfig.Database named = config.database();
        String password = named.password().map(Secret::value).orElse("");
        try {
            return Db.open(named.url().orElseThrow(), named.user(), password, named.poolSize());
        } catch (DatabaseDown e) {
            throw new StartProblem(
                    "The database at " + config.origin("database.url") + " cannot be reached: " + e.getMessage()
                            + ". Start it, or set " + config.whereToChange("database.url") + ".",
                    e);
        } catch (DatabaseUnusable e) {
            throw new StartProblem(
                    e.getMessage() + ". Check " + place(config, "database.url") + ", " + place(config, "database.user")
                            + " and " + place(config, "database.password") + ".",
                    e);
        }
    }

    /** Without the value, which the message has told already or must not tell. */
    private static String place(AhoyConfig config, String key) {
        return key + " (" + config.origins().of(key).where() + ")";
    }
}
