package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** How a mail is protected, as its structure says: found at its first leaf. */
final class Outside implements Walk.Visitor {
    private static final int BLANKS_MAX = 65_536;

    /** Bytes, and more than the longest armour begins with. */
    private static final int WORDS = 64;

    enum Kind {
        NONE,
        /** {@code multipart/signed} by S/MIME: the signature is its second part. */
        DETACHED,
        /** The whole is one CMS message: signed, encrypted, or something else. */
        CMS,
        PGP_SIGNED,
        PGP_ENCRYPTED,
        PARTLY_SIGNED
    }

    private MailHeaders headers = MailHeaders.NONE;
    private Kind kind = Kind.NONE;
    private int leaves;

    private Outside() {}

    static Outside of(InputStream mail) throws IOException {
        Outside outside = new Outside();
        try {
            new Walk(outside, new Budget()).through(mail);
        } catch (Disk.Failed failed) {
            throw failed;
        } catch (IOException | RuntimeException untrusted) {
            // Whoever reads the mail says so.
            return outside;
        }
        return outside;
    }

    /** The first part of the outermost multipart, byte for byte, as it was signed. */
    static Optional<InputStream> firstPart(InputStream mail) throws IOException {
        MimeTokenStream tokens = new MimeTokenStream(Walk.LIMITS, DecodeMonitor.SILENT, Fields.cutting(), null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(mail);
        try {
            EntityState state = tokens.getState();
            while (state != EntityState.T_RAW_ENTITY) {
                if (state == EntityState.T_END_OF_STREAM) {
                    return Optional.empty();
                }
                if (state == EntityState.T_START_MULTIPART) {
                    tokens.setRecursionMode(RecursionMode.M_RAW);
                }
                state = tokens.next();
            }
            return Optional.of(tokens.getInputStream());
        } catch (MimeException broken) {
            return Optional.empty();
        }
    }

    Kind kind() {
        return kind;
    }

    MailHeaders headers() {
        return headers;
    }

    @Override
    public void mail(MailHeaders of) {
        headers = of;
    }

    @Override
    public void leaf(Leaf leaf, InputStream raw, Walk walk) throws IOException {
        leaves++;
        if (leaf.number().equals("1") && leaf.above().isEmpty()) {
            kind = isCms(leaf) ? Kind.CMS : inlinePgp(leaf, raw);
        } else if (leaf.isWithin("encrypted") || leaf.type().value().equals("application/pgp-encrypted")) {
            kind = Kind.PGP_ENCRYPTED;
        } else if (leaf.isWithin("signed")) {
            kind = signed(leaf);
        } else {
            kind = inlinePgp(leaf, raw);
        }
    }

    @Override
    public void cut(String detail) {
        // Said by the one who reads.
    }

    @Override
    public void lie(String detail) {
        // Said by the one who reads.
    }

    @Override
    public void broken(String detail) {
        // Said by the one who reads.
    }

    @Override
    public boolean isDone() {
        // What follows the first leaf would mean reading a large mail twice.
        return leaves > 0;
    }

    private static boolean isCms(Leaf leaf) {
        String type = leaf.type().value();
        boolean named = leaf.name()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".p7m"))
                .isPresent();
        return type.equals("application/pkcs7-mime")
                || type.equals("application/x-pkcs7-mime")
                || type.equals("application/octet-stream") && named;
    }

    private static Kind signed(Leaf leaf) {
        Leaf.Multipart outermost = leaf.above().get(0);
        if (!outermost.subtype().equals("signed")) {
            return Kind.PARTLY_SIGNED;
        }
        String protocol = outermost.type().get("protocol").orElse("").toLowerCase(Locale.ROOT);
        return protocol.contains("pgp") ? Kind.PGP_SIGNED : Kind.DETACHED;
    }

    /** PGP without MIME: the text is its armour. */
    private static Kind inlinePgp(Leaf leaf, InputStream raw) throws IOException {
        if (!leaf.type().value().startsWith("text/plain")) {
            return Kind.NONE;
        }
        InputStream text = new Transfer().decoded(raw, leaf.headers().lower("Content-Transfer-Encoding"));
        String begin = firstWords(text);
        if (begin.startsWith("-----BEGIN PGP MESSAGE-----")) {
            return Kind.PGP_ENCRYPTED;
        }
        return begin.startsWith("-----BEGIN PGP SIGNED MESSAGE-----") ? Kind.PGP_SIGNED : Kind.NONE;
    }

    /** Blanks before them do not count, as long as they are fewer than any writer's. */
    private static String firstWords(InputStream text) throws IOException {
        int first = text.read();
        for (int blanks = 0; Character.isWhitespace(first) && blanks < BLANKS_MAX; blanks++) {
            first = text.read();
        }
        byte[] more = text.readNBytes(WORDS);
        return first < 0 ? "" : (char) first + new String(more, StandardCharsets.ISO_8859_1);
    }
}
