package io.ahoy.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.store.Blobs.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void contentIsFoundByItsDigestAndStoredOnce() throws IOException {
        Blobs blobs = new Blobs(folder.resolve("blobs"));
        assertThat(blobs.put(stream("abc"), 3)).isEqualTo(new Blob(SHA_OF_ABC, 3));
        assertThat(blobs.put(stream("abc"), 100)).isEqualTo(new Blob(SHA_OF_ABC, 3));
        assertThat(blobs.find(SHA_OF_ABC).orElseThrow()).hasContent("abc");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsTooLargeLeavesNothingBehind() throws IOException {
        Blobs blobs = new Blobs(folder);
        assertThatThrownBy(() -> blobs.put(stream("abcd"), 3))
                .isInstanceOf(Blobs.TooLarge.class)
                .hasMessageContaining("3 bytes");
        assertThat(files()).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "x");
        Blobs blobs = new Blobs(folder.resolve("blobs"));
        blobs.put(stream("abc"), 3);
        assertThat(outside).exists();
        for (String name : List.of("../secret", "", SHA_OF_ABC.toUpperCase(Locale.ROOT), "a".repeat(64))) {
            assertThat(blobs.find(name)).isEmpty();
        }
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
