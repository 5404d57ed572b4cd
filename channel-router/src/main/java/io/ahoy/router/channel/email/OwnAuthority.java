package io.ahoy.router.channel.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Trust in nobody but those whose certificates the site has put into a file. */
final class OwnAuthority {
    private OwnAuthority() {}

    /**
     * @param file one or more certificates in PEM
     * @throws MessagingException it cannot be read, or holds none
     */
    static SSLSocketFactory trusting(Path file) throws MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("own-" + trusted.size(), one);
            }
            if (trusted.size() == 0) {
                throw new MessagingException("The certificate file " + file + " holds no certificate; PEM is expected");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new MessagingException("The certificate file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
