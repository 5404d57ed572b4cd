package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final List<Lifecycle<?, ?>> ALL =
            List.of(InteractionLifecycle.TABLE, OfferLifecycle.TABLE, SeatLifecycle.TABLE, WorkLifecycle.TABLE);

    @Test
    void everyTransitionIsTakenBySomeScenario() {
        SortedSet<String> taken = new TreeSet<>();
        for (Scenario.Text scenario : ScenarioFiles.all()) {
            Scenario.play(scenario, (lifecycle, from, event) -> taken.add(key(lifecycle, from, event)));
        }
        SortedSet<String> written = new TreeSet<>();
        for (Lifecycle<?, ?> lifecycle : ALL) {
            lifecycle.transitions().forEach(one -> written.add(key(lifecycle, one.from(), one.event())));
        }
        assertThat(taken).isEqualTo(written);
    }

    /** Run with {@code -Dahoy.write=true} to write the file anew. */
    @Test
    void theDiagramsInTheDocumentationAreThoseOfTheTables() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Lifecycles

                Drawn from the transition tables in `io.ahoy.router.acd`; a test fails when they differ. After a change of a table:
                `mvn -pl channel-router -am test -Dtest=LifecycleTest -Dsurefire.failIfNoSpecifiedTests=false -Dahoy.write=true`.
                """);
        for (Lifecycle<?, ?> lifecycle : ALL) {
            text.append("\n## The %s\n\n```mermaid\n%s```\n".formatted(lifecycle.name(), lifecycle.diagram()));
        }
        Path file = Path.of(System.getProperty("ahoy.top", ".."), "docs", "lifecycles.md");
        if (Boolean.getBoolean("ahoy.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text.toString());
        // The first one also stands in the architecture's two pages.
        assertThat(file.resolveSibling("../ARCHITECTURE.md").normalize())
                .content()
                .contains("<!-- interaction lifecycle: generated -->\n```mermaid\n"
                        + ALL.getFirst().diagram() + "```\n<!-- end -->");
    }

    private static String key(Lifecycle<?, ?> lifecycle, Object from, Object event) {
        return lifecycle.name() + ": " + from + " × " + event;
    }
}
