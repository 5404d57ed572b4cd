package io.ahoy.crm.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files named by their content: the SHA-256 in hexadecimal, in a folder of its first two digits. What is stored never changes, and the
 * same content twice is one file. {@link #put} returns only when the file would survive a power cut, so whoever then writes a row
 * that names it never names nothing; a row that is not written leaves a file that nobody names, which does no harm.
 */
public final class Blobs {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;

    private final Path folder;

    /** @param folder made when it is not there */
    public Blobs(Path folder) {
        this.folder = folder;
    }

    /**
     * @param sha256 64 hexadecimal digits, small
     * @param size bytes
     */
    public record Blob(String sha256, long size) {}

    /** More was sent than may be stored; nothing is kept. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long sizeMax) {
            super("The file is larger than the " + sizeMax + " bytes that are stored; send a smaller one");
        }
    }

    /**
     * Stores what the stream gives until its end.
     *
     * @param sizeMax bytes
     * @throws TooLarge when there is more
     */
    public Blob put(InputStream content, long sizeMax) throws IOException {
        Files.createDirectories(folder);
        Path coming = Files.createTempFile(folder, "coming", "");
        try {
            MessageDigest digest = sha256();
            long size = copy(new DigestInputStream(content, digest), coming, sizeMax);
            Blob blob = new Blob(HexFormat.of().formatHex(digest.digest()), size);
            Path shelf = shelf(blob.sha256());
            Files.createDirectories(shelf);
            Files.move(coming, shelf.resolve(blob.sha256()), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf);
            // Also when the shelf was there: who has just made it may not have come this far.
            sync(folder);
            return blob;
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    /** Where the content lies, for reading only; empty when it is not here. */
    public Optional<Path> find(String sha256) {
        return SHA_256.matcher(sha256).matches()
                ? Optional.of(shelf(sha256).resolve(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /**
     * Removes the content, unless it was stored again since.
     *
     * @return whether it is gone
     */
    public boolean remove(String sha256, Instant storedBefore) throws IOException {
        Optional<Path> file = find(sha256);
        if (file.isEmpty()) {
            return true;
        }
        return Files.getLastModifiedTime(file.get()).toInstant().isBefore(storedBefore)
                && Files.deleteIfExists(file.get());
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    private static long copy(InputStream from, Path to, long sizeMax) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                size += read;
                if (size > sizeMax) {
                    throw new TooLarge(sizeMax);
                }
                ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
            return size;
        }
    }

    /** A name is durable only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
