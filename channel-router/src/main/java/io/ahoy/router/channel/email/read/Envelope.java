package io.ahoy.router.channel.email.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a mail out of what protects it (RFC 8551, RFC 3156): signed content out of its signature, encrypted content when we have the
 * key. What comes out is kept in a file that is gone when this is closed.
 */
final class Envelope implements AutoCloseable {
    /** Signed within encrypted within signed is what there is; more is a game. */
    private static final int LAYERS_MAX = 4;

    /** Bytes. */
    private static final int SMALL_MAX = 65_536;

    private final Trust trust;
    private final List<Path> files = new ArrayList<>();
    private Path content;
    private Optional<byte[]> small = Optional.empty();
    private MailHeaders headers = MailHeaders.NONE;
    private Protection protection = Protection.NONE;

    private Envelope(Path raw, Trust trust) {
        this.content = raw;
        this.trust = trust;
    }

    static Envelope open(Path raw, Trust trust) throws IOException {
        Envelope envelope = new Envelope(raw, trust);
        try {
            for (int layer = 0; layer < LAYERS_MAX && envelope.unwrap(layer == 0); layer++) {
                continue;
            }
            return envelope;
        } catch (IOException | RuntimeException | Error failed) {
            envelope.close();
            throw failed;
        }
    }

    /** The mail whose parts are to be read, from its beginning. A small one, as most are, comes from the disk only once. */
    InputStream content() throws IOException {
        if (small.isEmpty()) {
            small = Disk.small(content, SMALL_MAX);
        }
        return small.isPresent() ? new ByteArrayInputStream(small.get()) : new Disk(content);
    }

    /** Of the mail outside, which are those that were sent; empty when nothing was unwrapped. */
    Optional<MailHeaders> outerHeaders() {
        return files.isEmpty() ? Optional.empty() : Optional.of(headers);
    }

    Protection protection() {
        return protection;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** @return there may be another layer inside */
    private boolean unwrap(boolean outermost) throws IOException {
        Outside outside;
        try (InputStream in = content()) {
            outside = Outside.of(in);
        }
        if (outermost) {
            headers = outside.headers();
        }
        switch (outside.kind()) {
            case NONE -> {
                return false;
            }
            case PGP_ENCRYPTED -> encrypted("It is encrypted with PGP, which can't be decrypted here.");
            case PGP_SIGNED ->
                note(Signatures.untrusted(Optional.empty(), "It is signed with PGP, which can't be checked here."));
            case PARTLY_SIGNED ->
                note(Signatures.untrusted(Optional.empty(), "Only a part of it is signed; the rest may be anybody's."));
            case DETACHED -> note(new Smime(trust).detached(content, headers));
            case CMS -> {
                return cms();
            }
        }
        return false;
    }

    private boolean cms() throws IOException {
        Path message = file();
        try (InputStream in = new Disk(content);
                OutputStream to = Files.newOutputStream(message)) {
            new Walk(new Written("1", to), new Budget()).through(in);
        }
        Path inside = file();
        Smime.Outcome outcome = new Smime(trust).open(message, inside, headers);
        note(outcome.protection());
        if (outcome.opened()) {
            content = inside;
            small = Optional.empty();
        } else {
            drop(message);
            drop(inside);
        }
        return outcome.opened();
    }

    private void drop(Path file) throws IOException {
        files.remove(file);
        Files.deleteIfExists(file);
    }

    private void encrypted(String detail) {
        note(new Protection(Protection.State.ENCRYPTED, Optional.empty(), detail));
    }

    /** What is found further inside adds to what is known: a decrypted mail stays decrypted unless its signature is wrong. */
    private void note(Protection inner) {
        if (protection.state() == Protection.State.NONE) {
            protection = inner;
            return;
        }
        boolean stays = protection.state() == Protection.State.DECRYPTED
                        && inner.state() != Protection.State.SIGNED_INVALID
                        && inner.state() != Protection.State.ENCRYPTED
                || protection.state() == Protection.State.SIGNED_INVALID;
        protection = new Protection(
                stays ? protection.state() : inner.state(),
                inner.signer().or(protection::signer),
                protection.detail() + " " + inner.detail());
    }

    private Path file() throws IOException {
        Path file = Files.createTempFile("ahoy-mail", ".part");
        files.add(file);
        return file;
    }
}
