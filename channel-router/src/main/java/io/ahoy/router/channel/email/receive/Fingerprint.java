package io.ahoy.router.channel.email.receive;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What tells one message from another while its bytes run through: who wrote it when, its Message-ID, and everything below its
 * headers. The other headers differ from copy to copy of one message, for each server on its way adds some; of a message without a
 * Message-ID they are all there is to go by.
 */
final class Fingerprint extends FilterInputStream {
    /** Longer heads are cut: what identifies a message stands at their beginning, or nowhere. */
    private static final int HEAD_MAX = 256 * 1024;

    private static final int MESSAGE_ID_MAX = 998;

    private final MessageDigest body = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean inBody;
    private int newlines = 1;

    Fingerprint(InputStream raw) {
        super(raw);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            look(new byte[] {(byte) one}, 0, 1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            look(into, offset, read);
        }
        return read;
    }

    private void look(byte[] bytes, int offset, int length) {
        int at = offset;
        while (at < offset + length && !inBody) {
            byte next = bytes[at++];
            if (head.size() < HEAD_MAX) {
                head.write(next);
            }
            if (next == '\n') {
                inBody = ++newlines == 2;
            } else if (next != '\r') {
                newlines = 0;
            }
        }
        body.update(bytes, at, offset + length - at);
    }

    Optional<String> messageId() {
        String id = headers().getOrDefault("message-id", "");
        int from = id.indexOf('<');
        int to = id.indexOf('>', from + 1);
        return from < 0 || to < 0
                ? Optional.empty()
                : Optional.of(id.substring(from + 1, to).strip())
                        .filter(bare -> !bare.isEmpty() && bare.length() <= MESSAGE_ID_MAX)
                        .filter(bare -> bare.chars().allMatch(c -> c > ' ' && c < 127));
    }

    /** After the last byte. */
    String value() {
        TreeMap<String, String> headers = headers();
        MessageDigest all = sha256();
        for (String name : new String[] {"message-id", "date", "from"}) {
            all.update(headers.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
            all.update((byte) '\n');
        }
        if (messageId().isEmpty()) {
            // A form may send the same words twice, and mean it: only the whole head tells copies from messages.
            all.update(head.toByteArray());
        }
        all.update(body.digest());
        return HexFormat.of().formatHex(all.digest());
    }

    /** The first of each that matters, unfolded. */
    private TreeMap<String, String> headers() {
        TreeMap<String, String> found = new TreeMap<>();
        String text = head.toString(StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        for (String line : text.replace("\n ", " ").replace("\n\t", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                found.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return found;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
