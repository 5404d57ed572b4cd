package io.ahoy.router.channel.email;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.read.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The centre's keys and whom it believes, by S/MIME (RFC 8551).
 *
 * @param byAddress who signs what goes out from it, and reads what is encrypted for it
 */
public record Certificates(Set<X509Certificate> authorities, Map<String, Identity> byAddress) {
    public static final Certificates NONE = new Certificates(Set.of(), Map.of());

    public Certificates {
        authorities = Set.copyOf(authorities);
        byAddress = Map.copyOf(byAddress);
    }

    /** @param chain its own certificate first */
    public record Identity(PrivateKey key, List<X509Certificate> chain) {
        public Identity {
            chain = List.copyOf(chain);
        }
    }

    /**
     * As it is configured.
     *
     * @param authorities in PEM, those whose certificates are believed
     * @throws IOException a file is not what it should be; the message names it and says what to do
     */
    public static Certificates load(List<Mailbox> mailboxes, Optional<Path> authorities) throws IOException {
        Map<String, Identity> identities = new HashMap<>();
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.signing().isPresent()) {
                identities.put(small(mailbox.address()), identity(mailbox.signing().get()));
            }
        }
        return new Certificates(authorities.isPresent() ? read(authorities.get()) : Set.of(), identities);
    }

    public Optional<Identity> of(String address) {
        return Optional.ofNullable(byAddress.get(small(address)));
    }

    /** For reading. */
    public Trust trust() {
        List<Trust.Key> keys = byAddress.values().stream()
                .map(one -> new Trust.Key(one.chain().getFirst(), one.key()))
                .toList();
        return new Trust(authorities, keys);
    }

    private static Identity identity(Mailbox.Signing signing) throws IOException {
        char[] password = signing.password().value().toCharArray();
        try (InputStream file = Files.newInputStream(signing.keys())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate certificate : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) certificate);
                    }
                    return new Identity(key, chain);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(
                    signing.keys() + " cannot be opened: " + e.getMessage()
                            + ". It must be a PKCS #12 file, with its password beside it in sign.",
                    e);
        }
        throw new IOException(signing.keys() + " holds no key. Export the key together with its certificates.");
    }

    private static Set<X509Certificate> read(Path file) throws IOException {
        Set<X509Certificate> found = new HashSet<>();
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                found.add((X509Certificate) certificate);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(file + " cannot be read as certificates in PEM: " + e.getMessage(), e);
        }
        return found;
    }

    private static String small(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
