package io.ahoy.router.channel.email.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of ours, whose failures can be told from those that a mail's content causes. */
final class Disk extends FilterInputStream {
    /** It can't be read, and that is no fault of the mail. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1;

        private Failed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    Disk(Path file) throws IOException {
        super(opened(file));
    }

    /** All bytes of a file that has at most so many; nothing of a larger one. */
    static Optional<byte[]> small(Path file, int bytesMax) throws IOException {
        try {
            return Files.size(file) <= bytesMax ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException failed) {
            throw new Failed(failed);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failed) {
            throw new Failed(failed);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (IOException failed) {
            throw new Failed(failed);
        }
    }

    private static BufferedInputStream opened(Path file) throws IOException {
        try {
            return new BufferedInputStream(Files.newInputStream(file), 16_384);
        } catch (IOException failed) {
            throw new Failed(failed);
        }
    }
}
