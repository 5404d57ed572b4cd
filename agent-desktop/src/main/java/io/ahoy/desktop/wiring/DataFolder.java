package io.ahoy.desktop.wiring;

import io.ahoy.config.AhoyConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** The folder that holds everything of one Ahoy: database, Asterisk, logs, and who runs on it now. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "run/lock";
    private static final String INSTANCE = "instance.json";
    private static final Set<PosixFilePermission> OWNERS_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * The folder of the log, which is needed before anything else of the data folder and makes that as well. Customers' names and
     * numbers stand in both, so they are nobody else's to read.
     */
    public static Path log(AhoyConfig config) {
        Path log = config.data().resolve("log");
        try {
            keepToOwner(config.data());
            keepToOwner(log);
        } catch (IOException e) {
            // Told by open(), in words.
        }
        return log;
    }

    /** Only this folder: what is above it, and may be missing as well, is not ours to close. */
    private static void keepToOwner(Path ours) throws IOException {
        Files.createDirectories(ours);
        try {
            Files.setPosixFilePermissions(ours, OWNERS_ONLY);
        } catch (FileSystemException e) {
            // Another's, as a mounted volume may be: then whoever gave it to us has decided who reads it.
            if (!Files.isWritable(ours)) {
                throw e;
            }
        }
    }

    /** The lock is the operating system's, so it ends with the process, however that ends. */
    static DataFolder open(AhoyConfig config) throws StartProblem {
        Path folder = config.data();
        try {
            keepToOwner(folder);
            keepToOwner(folder.resolve("run"));
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartProblem("Another Ahoy is already running here (" + who(folder) + "), on "
                        + config.origin("data") + ". Stop it first, or give this one another folder as "
                        + config.whereToChange("data") + ".");
            }
            // What a killed Ahoy told of itself is true no more.
            Files.deleteIfExists(folder.resolve("run").resolve(INSTANCE));
            write(channel, ProcessHandle.current().pid());
            return new DataFolder(folder, channel, lock);
        } catch (FileAlreadyExistsException e) {
            throw new StartProblem(
                    config.origin("data") + " is not a folder. Set " + config.whereToChange("data") + " to one.", e);
        } catch (IOException e) {
            throw new StartProblem(
                    config.origin("data") + " cannot be written (" + e.getMessage() + "). Make it writable or set "
                            + config.whereToChange("data") + " to a folder that is.",
                    e);
        }
    }

    @SuppressWarnings("NullAway") // The JDK's way of saying that somebody else has it.
    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Known from the first moment, when the rest is not there to be told yet. */
    private static void write(FileChannel channel, long pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String who(Path folder) throws IOException {
        String written = Files.readString(folder.resolve(LOCK)).strip();
        String pid = written.isEmpty() ? "pid unknown" : "pid " + written;
        try {
            String text = Files.readString(folder.resolve("run").resolve(INSTANCE));
            return pid
                    + Instance.parse(text)
                            .map(other -> ", address " + other.web())
                            .orElse("");
        } catch (NoSuchFileException e) {
            return pid + ", just starting or stopping";
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** A name of this installation that stays, made at the first start. */
    String installation() throws StartProblem {
        Path file = folder.resolve("run/installation");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartProblem("The file " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** For {@code ./ahoy call} and others who look for the running Ahoy. Readable by its owner only. */
    void write(Instance instance) throws IOException {
        Path run = folder.resolve("run");
        Path next = run.resolve(INSTANCE + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, instance.json().getBytes(StandardCharsets.UTF_8));
        Files.move(next, run.resolve(INSTANCE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("run").resolve(INSTANCE));
        channel.truncate(0);
        lock.release();
        channel.close();
    }
}
