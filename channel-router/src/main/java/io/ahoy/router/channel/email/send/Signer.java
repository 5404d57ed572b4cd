package io.ahoy.router.channel.email.send;

import io.ahoy.router.channel.email.Certificates.Identity;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;

/** Signs what goes out beside its text, so that whoever cannot check it can still read it (multipart/signed, RFC 8551, 3.5.3). */
final class Signer {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Signer() {}

    static MimeMultipart sign(MimeBodyPart content, Identity by) throws MessagingException {
        X509Certificate certificate = by.chain().getFirst();
        try {
            SMIMESignedGenerator generator = new SMIMESignedGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(PROVIDER)
                    .build(algorithm(by), by.key(), certificate));
            generator.addCertificates(new JcaCertStore(by.chain()));
            return generator.generate(content);
        } catch (SMIMEException | OperatorCreationException | CertificateEncodingException e) {
            throw new MessagingException("It cannot be signed: " + e.getMessage(), e);
        }
    }

    private static String algorithm(Identity by) {
        return switch (by.key().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> by.key().getAlgorithm();
        };
    }
}
