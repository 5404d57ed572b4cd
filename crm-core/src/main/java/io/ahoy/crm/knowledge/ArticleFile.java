package io.ahoy.crm.knowledge;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An attachment or a picture of an article. Its content lies in {@link io.ahoy.crm.store.Blobs}.
 *
 * @param name as its sender called it; for people, never a path
 * @param mediaType what the content is, whatever name and sender say
 * @param sha256 names the content
 * @param size bytes
 */
public record ArticleFile(
        UUID id, UUID article, String name, String mediaType, String sha256, long size, Instant at, UUID by) {
    /** Without SVG, which can hold script. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** Whether a browser may show it inside of a page; everything else is only ever downloaded. */
    public boolean isPicture() {
        return PICTURES.contains(mediaType);
    }
}
