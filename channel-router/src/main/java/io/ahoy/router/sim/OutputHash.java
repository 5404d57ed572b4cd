package io.ahoy.router.sim;

import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** SHA-256 over everything that the router said and when, in order: equal runs have equal hashes. */
final class OutputHash implements Simulation.Listener {
    private final MessageDigest digest;
    private long outputs;

    OutputHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        // The moment beside each of them: how they were batched makes no difference.
        String at = said.isEmpty() ? "" : now.toEpochMilli() + " ";
        for (Output output : said) {
            outputs++;
            add(at + output);
        }
    }

    private void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    long outputs() {
        return outputs;
    }

    /** Once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
