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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Files named by their content: the SHA-256 in hexadecimal, in a folder of its first two digits. What is stored never changes, and the
 * same content twice is one file. {@link #put} returns only when the file would survive a power cut, so whoever then writes a row
 * that names it never names nothing; a row that is not written leaves a file that nobody names, which does no harm.
 */
public final class Blobs {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;
    /** At the same time. */
    private static final int SYNCS_MAX = 16;

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
        try (Batch one = new Batch()) {
            Blob blob = one.add(content, sizeMax);
            one.keep();
            return blob;
        }
    }

    /** For several at once, which costs little more than one does. */
    public Batch batch() {
        return new Batch();
    }

    /**
     * Contents that are kept together: none of them is here before {@link #keep} has returned. The disk is asked for all of them at the
     * same time, because it makes many files durable in one go as fast as one. For one thread.
     */
    public final class Batch implements AutoCloseable {
        private final Map<Path, Blob> coming = new LinkedHashMap<>();

        private Batch() {}

        /**
         * @param sizeMax bytes
         * @throws TooLarge when there is more; the others stay
         */
        public Blob add(InputStream content, long sizeMax) throws IOException {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "coming", "");
            try {
                MessageDigest digest = sha256();
                long size = copy(new DigestInputStream(content, digest), file, sizeMax);
                Blob blob = new Blob(HexFormat.of().formatHex(digest.digest()), size);
                coming.put(file, blob);
                return blob;
            } finally {
                if (!coming.containsKey(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }

        /** Returns when all would survive a power cut; the batch is empty then, and may be filled again. */
        public void keep() throws IOException {
            sync(coming.keySet(), StandardOpenOption.WRITE);
            Set<Path> folders = new LinkedHashSet<>();
            for (Map.Entry<Path, Blob> each : coming.entrySet()) {
                Path shelf = shelf(each.getValue().sha256());
                Files.createDirectories(shelf);
                Files.move(each.getKey(), shelf.resolve(each.getValue().sha256()), StandardCopyOption.ATOMIC_MOVE);
                folders.add(shelf);
            }
            coming.clear();
            // The folder of all too, also when the shelf was there: who has just made it may not have come this far.
            folders.add(folder);
            sync(folders, StandardOpenOption.READ);
        }

        /** What was not kept is thrown away. */
        @Override
        public void close() throws IOException {
            for (Path file : coming.keySet()) {
                Files.deleteIfExists(file);
            }
            coming.clear();
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
            return size;
        }
    }

    /** A file is durable when it is asked to be; a name only when its folder is. */
    private static void sync(Collection<Path> paths, StandardOpenOption how) throws IOException {
        if (paths.size() == 1) {
            sync(paths.iterator().next(), how);
            return;
        }
        List<Future<Boolean>> asked = new ArrayList<>();
        // Threads of its own: a virtual one would hold its carrier while the disk works.
        try (ExecutorService threads = Executors.newFixedThreadPool(
                SYNCS_MAX, Thread.ofPlatform().daemon().factory())) {
            paths.forEach(path -> asked.add(threads.submit(() -> {
                sync(path, how);
                return true;
            })));
        }
        for (Future<Boolean> each : asked) {
            if (each.state() == Future.State.FAILED) {
                throw new IOException("A file does not become durable: " + each.exceptionNow(), each.exceptionNow());
            }
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
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
