package io.ahoy.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    /** Run with {@code -Dahoy.write=true} to write the file anew. */
    @Test
    void theTableInTheDocsIsTheOneInForce() throws IOException {
        String text = """
                # Permissions

                Who may do what on whose records: `own`, that he looks after himself; `team`, that one of his teams looks after, or nobody;
                `all`; empty, not at all. One place in the code says so (`io.ahoy.crm.access.Permissions`), for the web API and the live feed
                alike; a test fails when this file differs from it, and another asks every operation as everybody. After a change:
                `mvn -pl crm-core -am test -Dtest=PermissionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dahoy.write=true`.

                Tokens of programs have those of their maker's rights that they were given, as `customer.read`. What needs no right is asked of
                whom the thing is: an agent's own seat, offer, and the interaction his seat is on. An auditor has no seat.

                """ + table();
        Path file = Path.of(System.getProperty("ahoy.top", ".."), "docs", "permissions.md");
        if (Boolean.getBoolean("ahoy.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void anAuditorReadsEverythingAndChangesNothing() {
        for (Subject subject : Subject.values()) {
            for (Action action : Action.values()) {
                assertThat(Permissions.of(Role.AUDITOR, subject, action))
                        .as(subject + " " + action)
                        .isEqualTo(action == Action.READ ? Scope.ALL : Scope.NONE);
            }
        }
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                line(Stream.concat(Stream.of("right"), Stream.of(Role.values()).map(PermissionsTest::words))));
        lines.add("|---".repeat(Role.values().length + 1) + "|");
        for (Subject subject : Subject.values()) {
            for (Action action : Action.values()) {
                List<Scope> scopes = Stream.of(Role.values())
                        .map(role -> Permissions.of(role, subject, action))
                        .toList();
                if (scopes.stream().anyMatch(scope -> scope != Scope.NONE)) {
                    lines.add(line(Stream.concat(
                            Stream.of("`" + new Right(subject, action) + "`"),
                            scopes.stream().map(scope -> scope == Scope.NONE ? "" : words(scope)))));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String words(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
