package io.ahoy.crm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.knowledge.ArticleDraft.Text;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Titles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class ArticleFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private final Db db;

    ArticleFilesTest(Db db) {
        this.db = db;
    }

    @Test
    void aFileIsKeptWithItsArticle() throws IOException {
        ArticleFiles files = new ArticleFiles(db, new Blobs(folder));
        Articles articles = new Articles(db, id -> {});
        UUID article = article(articles);
        ArticleFile file = attach(files, article, "router.png", png());
        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(file.isPicture()).isTrue();
        assertThat(articles.get(article).orElseThrow().files()).containsExactly(file);
        assertThat(files.content(file).orElseThrow()).hasBinaryContent(png());
        assertThat(files.attach(UUID.randomUUID(), "x", stream(png()), ANN, NOW))
                .isEmpty();
        assertThat(files.remove(file.id())).isTrue();
        assertThat(files.get(file.id())).isEmpty();
    }

    @Test
    void aTypeIsWhatTheContentIs() throws IOException {
        ArticleFiles files = new ArticleFiles(db, new Blobs(folder));
        UUID article = article(new Articles(db, id -> {}));
        byte[] page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        assertThat(attach(files, article, "photo.png", page).mediaType()).isEqualTo("text/html");
        assertThat(attach(files, article, "photo.png", svg).isPicture()).isFalse();
        assertThat(attach(files, article, "photo.png", new byte[] {0, 1, 2, 3}).mediaType())
                .isEqualTo("application/octet-stream");
        assertThat(attach(files, article, "photo.png", "just words".getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo("text/plain");
        assertThat(attach(files, article, "manual.pdf", new byte[] {'M', 'Z', 0, 0})
                        .mediaType())
                .isEqualTo("application/x-msdownload");
        assertThat(attach(files, article, "photo.png", zip()).mediaType()).isEqualTo("application/zip");
        assertThat(attach(files, article, "offer.docx", zip()).mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(attach(files, article, "empty.png", new byte[0]).isPicture()).isFalse();
    }

    @Test
    void aNameIsOnlyAName() throws IOException {
        ArticleFiles files = new ArticleFiles(db, new Blobs(folder));
        UUID article = article(new Articles(db, id -> {}));
        assertThat(attach(files, article, "C:\\secret\\../../etc/pass\r\nwd", png())
                        .name())
                .isEqualTo("passwd");
        assertThat(attach(files, article, "gnp.\u202exe\u0000", png()).name()).isEqualTo("gnp.xe");
        assertThat(attach(files, article, "///", png()).name()).isEqualTo("file");
        assertThat(attach(files, article, "😀".repeat(300) + ".png", png()).name())
                .isEqualTo("😀".repeat(251) + ".png");
    }

    private ArticleFile attach(ArticleFiles files, UUID article, String name, byte[] content) throws IOException {
        ArticleFile file =
                files.attach(article, name, stream(content), ANN, NOW).orElseThrow();
        assertThat(files.get(file.id())).contains(file);
        return file;
    }

    private UUID article(Articles articles) {
        ArticleCategory category = new ArticleCategory(
                UUID.randomUUID(), Optional.empty(), 1, new Titles("Service", "服务"), ArticleCategory.Kind.SERVICE);
        new ArticleCategories(db).put(category);
        ArticleDraft draft = new ArticleDraft(
                category.id(),
                Audience.PUBLIC,
                ANN,
                Optional.empty(),
                Optional.empty(),
                List.of(new Text("en", "With files", "", "")));
        return ((Articles.Stored) articles.create(draft, ANN, NOW)).article().id();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return bytes.toByteArray();
    }

    private static ByteArrayInputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
