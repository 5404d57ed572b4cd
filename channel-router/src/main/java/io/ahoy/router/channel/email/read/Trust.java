package io.ahoy.router.channel.email.read;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Whom we believe and for whom we may read, by S/MIME.
 *
 * @param anchors authorities whose certificates are believed, or single people's own ones
 * @param keys of our mailboxes, to decrypt what is sent to them
 */
public record Trust(Set<X509Certificate> anchors, List<Key> keys) {
    public static final Trust NONE = new Trust(Set.of(), List.of());

    public Trust {
        anchors = Set.copyOf(anchors);
        keys = List.copyOf(keys);
    }

    public record Key(X509Certificate certificate, PrivateKey secret) {}
}
