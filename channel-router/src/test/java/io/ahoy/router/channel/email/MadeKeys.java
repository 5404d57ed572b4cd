package io.ahoy.router.channel.email;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of the moment, with certificates of an authority of the moment. */
public record MadeKeys(KeyPair keys, X509Certificate certificate) {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public static MadeKeys authority() throws Exception {
        KeyPair keys = keys("EC");
        X500Name name = new X500Name("CN=Lamp Authority");
        var builder = builder(name, name, keys, 2035)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new MadeKeys(keys, signed(builder, keys));
    }

    /** Vouched for by this authority. */
    public MadeKeys person(String name, String address, String kind, int untilYear) throws Exception {
        KeyPair own = keys(kind);
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var names = new GeneralNames(new GeneralName(GeneralName.rfc822Name, address));
        var builder = builder(issuer, new X500Name(name), own, untilYear)
                .addExtension(Extension.subjectAlternativeName, false, names);
        return new MadeKeys(own, signed(builder, keys));
    }

    /** As PKCS #12. */
    public Path write(Path file, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("mail", keys.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
        try (OutputStream to = Files.newOutputStream(file)) {
            store.store(to, password.toCharArray());
        }
        return file;
    }

    /** As PEM. */
    public Path writeCertificate(Path file) throws GeneralSecurityException, IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    public static KeyPair keys(String kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(kind.equals("RSA") ? 2048 : 256);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, int untilYear) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(NUMBERS.incrementAndGet()),
                Date.from(Instant.parse("2025-01-01T00:00:00Z")),
                Date.from(Instant.parse(untilYear + "-01-01T00:00:00Z")),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair by) throws Exception {
        String algorithm = by.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(by.getPrivate())));
    }
}
