package io.ahoy.crm.knowledge;

import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;
import org.apache.tika.Tika;

/** Attachments and pictures of articles. They belong to the article as it is now, not to one of its versions. */
public final class ArticleFiles {
    /** Bytes. */
    public static final long SIZE_MAX = 20L * 1024 * 1024;

    private static final int NAME_MAX = 255;

    /** Containers of which only the name tells what is in them; it can make them nothing but a kind of themselves. */
    private static final Set<String> TOLD_BY_NAME =
            Set.of("application/zip", "application/x-tika-msoffice", "text/plain");

    private static final Tika TIKA = new Tika();

    private final Db db;
    private final Blobs blobs;

    public ArticleFiles(Db db, Blobs blobs) {
        this.db = db;
        this.blobs = blobs;
    }

    /**
     * Keeps the file; what type it is its content says, not its sender.
     *
     * @return empty: there is no such article
     * @throws Blobs.TooLarge above {@link #SIZE_MAX}
     */
    public Optional<ArticleFile> attach(UUID article, String name, InputStream content, UUID by, Instant now)
            throws IOException {
        Blob blob = blobs.put(content, SIZE_MAX);
        String type = mediaType(blobs.find(blob.sha256()).orElseThrow(), name);
        ArticleFile file =
                new ArticleFile(UuidV7.next(now), article, shownName(name), type, blob.sha256(), blob.size(), now, by);
        return db.call(session -> {
            if (mapper(session).get(article).isEmpty()) {
                return Optional.empty();
            }
            mapper(session).insertFile(file);
            return mapper(session).file(file.id());
        });
    }

    public Optional<ArticleFile> get(UUID id) {
        return db.call(session -> mapper(session).file(id));
    }

    /** Where its content lies, for reading only; empty when it was lost. */
    public Optional<Path> content(ArticleFile file) {
        return blobs.find(file.sha256());
    }

    /** Its content stays: others may have the same. */
    public boolean remove(UUID id) {
        return db.call(session -> mapper(session).deleteFile(id) == 1);
    }

    private static String mediaType(Path content, String name) throws IOException {
        try (InputStream stream = Files.newInputStream(content)) {
            String found = TIKA.detect(stream);
            if (!TOLD_BY_NAME.contains(found)) {
                return found;
            }
        }
        try (InputStream stream = Files.newInputStream(content)) {
            return TIKA.detect(stream, name);
        }
    }

    /** Without the folders that some browsers send along, and without what could turn a line or its direction. */
    private static String shownName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        int length = clean.codePointCount(0, clean.length());
        // The ending says most, so it is the beginning that goes.
        String fitting = length <= NAME_MAX ? clean : clean.substring(clean.offsetByCodePoints(0, length - NAME_MAX));
        return fitting.isEmpty() ? "file" : fitting;
    }

    private static ArticleMapper mapper(SqlSession session) {
        return session.getMapper(ArticleMapper.class);
    }
}
