package io.ahoy.router.shell;

import io.ahoy.router.acd.Output;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What one row of the journal led to, as a hash that stands in the row, so that a replay can tell whether it says the same again. */
public final class RowHash {
    /** Of the SHA-256; chance makes two rows alike once in 2^64. */
    private static final int BYTES = 8;

    private RowHash() {}

    /** Over all that was said, in its order. */
    public static String of(List<Output> said) {
        MessageDigest digest = sha256();
        for (Output output : said) {
            digest.update(text(output).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    /** Without the number of a transfer: erasing a person takes it out of the journal. */
    private static String text(Output output) {
        return output instanceof Output.TransferOut out ? "TransferOut " + out.interaction() : output.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
