package io.ahoy.ivr.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A script in a file: the operator's, or the one shipped. */
public final class ScriptFile {
    private static final String SHIPPED = "/io/ahoy/ivr/main.ivr";
    private static final int BYTES_MAX = 1 << 20;

    private ScriptFile() {}

    /**
     * A script that was read and checked.
     *
     * @param file absent: the script shipped
     * @param queues names of the centre's queues
     * @param prompts names of the sounds that exist in every language
     * @throws ScriptProblems with all that is wrong, including a file that cannot be read
     */
    public static Script open(Optional<Path> file, Set<String> queues, Set<String> prompts) throws ScriptProblems {
        Script script = file.isPresent() ? read(file.get()) : shipped();
        List<Problem> problems = ScriptChecker.check(script, queues, prompts);
        if (!problems.isEmpty()) {
            throw new ScriptProblems(problems);
        }
        return script;
    }

    public static Script shipped() throws ScriptProblems {
        try (InputStream in = ScriptFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the build");
            }
            return ScriptParser.parse("main.ivr", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED + " cannot be read", e);
        }
    }

    private static Script read(Path file) throws ScriptProblems {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw unreadable(name, "the file is larger than 1 MB, so it can hardly be a script; check the path");
            }
            return ScriptParser.parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (NoSuchFileException e) {
            throw unreadable(name, "there is no such file; check the path");
        } catch (CharacterCodingException e) {
            throw unreadable(name, "the file is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(
                    name, "the file cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
        }
    }

    private static ScriptProblems unreadable(String file, String what) {
        return new ScriptProblems(List.of(new Problem(file, 1, 1, what)));
    }
}
