package io.ahoy.ivr.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {
    @TempDir
    Path folder;

    @Test
    void opensTheOperatorsScript() throws Exception {
        Path file = Files.writeString(folder.resolve("own.ivr"), "languages en\nenqueue q\n    queue sales\n");
        assertThat(ScriptFile.open(Optional.of(file), Set.of("sales"), Set.of()).start())
                .isInstanceOf(Node.Enqueue.class);
        assertThat(problems(file, Set.of("slaes")))
                .isEqualTo(file + ":3:11: there is no queue \"sales\"; did you mean \"slaes\"?");
    }

    @Test
    void tellsWhyAFileCannotBeRead() throws Exception {
        Path gone = folder.resolve("gone.ivr");
        assertThat(problems(gone, Set.of())).isEqualTo(gone + ":1:1: there is no such file; check the path");
        assertThat(problems(folder, Set.of())).contains("cannot be read");
        Path latin1 = Files.write(folder.resolve("l.ivr"), "# Grüße".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(latin1, Set.of())).contains("is not UTF-8 text; save it as UTF-8");
        Path huge = Files.write(folder.resolve("h.ivr"), new byte[2 << 20]);
        assertThat(problems(huge, Set.of())).contains("larger than 1 MB");
    }

    @Test
    void theShippedScriptNeedsItsQueuesAndSounds() {
        ScriptProblems problems = catchThrowableOfType(
                ScriptProblems.class, () -> ScriptFile.open(Optional.empty(), Set.of("sales"), Set.of("welcome")));
        assertThat(problems)
                .hasMessageContaining("there is no queue \"support\"")
                .hasMessageContaining("\"goodbye\"");
    }

    private static String problems(Path file, Set<String> queues) {
        ScriptProblems problems =
                catchThrowableOfType(ScriptProblems.class, () -> ScriptFile.open(Optional.of(file), queues, Set.of()));
        assertThat(problems).isNotNull();
        return String.valueOf(problems.getMessage());
    }
}
