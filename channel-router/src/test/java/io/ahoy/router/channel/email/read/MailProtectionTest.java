package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.channel.email.MadeKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S/MIME as others send it, made here with keys of the moment. */
class MailProtectionTest {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Instant SENT = Instant.parse("2026-03-03T09:00:00Z");
    private static final String CONTENT = "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease cancel order 5.\r\n";

    private static final String HEADERS =
            "From: Mira Quill <mira@example.com>\r\nSubject: Order\r\nDate: Tue, 3 Mar 2026 10:00:00 +0100\r\n";

    private static MadeKeys authority;
    private static MadeKeys mira;
    private static MadeKeys mallory;
    private static MadeKeys expired;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        authority = MadeKeys.authority();
        mira = authority.person("CN=Mira Quill", "Mira@example.com", "RSA", 2030);
        mallory = authority.person("CN=Mallory", "mallory@example.net", "EC", 2030);
        expired = authority.person("CN=Mira Quill", "mira@example.com", "EC", 2026);
    }

    @Test
    void aSoundSignatureOfATrustedSenderIsValid() throws Exception {
        ReadMail read = trusting().read(file(detached(mira, CONTENT, CONTENT)));
        assertThat(read.protection().state()).isEqualTo(Protection.State.SIGNED_VALID);
        assertThat(read.protection().signer()).contains("mira@example.com");
        assertThat(read.text()).isEqualTo("Please cancel order 5.");
        assertThat(read.parts().get(1).mediaType()).isEqualTo("application/pkcs7-signature");
    }

    @Test
    void lineEndsChangedByStoringDoNoHarm() throws Exception {
        String stored = detached(mira, CONTENT, CONTENT).replace("\r\n", "\n");
        assertThat(trusting().read(file(stored)).protection().state()).isEqualTo(Protection.State.SIGNED_VALID);
    }

    @Test
    void changedContentIsInvalid() throws Exception {
        String changed = CONTENT.replace("5", "6");
        assertThat(state(trusting(), detached(mira, CONTENT, changed))).isEqualTo(Protection.State.SIGNED_INVALID);
    }

    @Test
    void aCertificateNotInForceIsInvalid() throws Exception {
        ReadMail read = trusting().read(file(detached(expired, CONTENT, CONTENT)));
        assertThat(read.protection().state()).isEqualTo(Protection.State.SIGNED_INVALID);
        assertThat(read.protection().detail()).contains("in force");
    }

    @Test
    void anotherThanTheSenderIsNotTrusted() throws Exception {
        ReadMail read = trusting().read(file(detached(mallory, CONTENT, CONTENT)));
        assertThat(read.protection().state()).isEqualTo(Protection.State.SIGNED_UNTRUSTED);
        assertThat(read.protection().signer()).contains("mallory@example.net");
    }

    @Test
    void nobodyVouchingIsNotTrusted() throws Exception {
        assertThat(state(new MailReader(Trust.NONE), detached(mira, CONTENT, CONTENT)))
                .isEqualTo(Protection.State.SIGNED_UNTRUSTED);
        MadeKeys other = MadeKeys.authority();
        assertThat(state(
                        new MailReader(new Trust(Set.of(other.certificate()), List.of())),
                        detached(mira, CONTENT, CONTENT)))
                .isEqualTo(Protection.State.SIGNED_UNTRUSTED);
    }

    @Test
    void twoSendersAreNotTrusted() throws Exception {
        String mail = "From: mallory@example.net\r\n" + detached(mira, CONTENT, CONTENT);
        assertThat(state(trusting(), mail)).isEqualTo(Protection.State.SIGNED_UNTRUSTED);
    }

    @Test
    void opaqueSignaturesAreUnwrapped() throws Exception {
        ReadMail read = trusting().read(file(cms("signed-data", opaque(mira, CONTENT))));
        assertThat(read.protection().state()).isEqualTo(Protection.State.SIGNED_VALID);
        assertThat(read.text()).isEqualTo("Please cancel order 5.");
        assertThat(read.headers().first("Subject")).contains("Order");
    }

    @Test
    void encryptedWithoutTheKeyStaysShut() throws Exception {
        ReadMail read = trusting().read(file(cms("enveloped-data", encrypted(mira, CONTENT))));
        assertThat(read.protection().state()).isEqualTo(Protection.State.ENCRYPTED);
        assertThat(read.text()).isEmpty();
        assertThat(read.parts()).singleElement().extracting(MailPart::mediaType).isEqualTo("application/pkcs7-mime");
    }

    @Test
    void encryptedWithTheKeyIsRead() throws Exception {
        Path mail = file(cms("enveloped-data", encrypted(mira, CONTENT)));
        ReadMail read = holding(mira).read(mail);
        assertThat(read.protection().state()).isEqualTo(Protection.State.DECRYPTED);
        assertThat(read.text()).isEqualTo("Please cancel order 5.");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        holding(mira).write(mail, "1", written);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("Please cancel order 5.\r\n");
    }

    @Test
    void authenticatedEncryptionIsRead() throws Exception {
        ReadMail read = holding(mira).read(file(cms("authEnveloped-data", authenticated(mira, CONTENT))));
        assertThat(read.protection().state()).isEqualTo(Protection.State.DECRYPTED);
        assertThat(read.text()).isEqualTo("Please cancel order 5.");
    }

    @Test
    void signedWithinEncryptedTellsBoth() throws Exception {
        String signed = part(detached(mira, CONTENT, CONTENT));
        ReadMail read = holding(mallory).read(file(cms("enveloped-data", encrypted(mallory, signed))));
        assertThat(read.protection().state()).isEqualTo(Protection.State.DECRYPTED);
        assertThat(read.protection().signer()).contains("mira@example.com");
        assertThat(read.protection().detail()).contains("decrypted").contains("Signed by mira@example.com");
        String changed = part(detached(mira, CONTENT, CONTENT.replace("5", "6")));
        assertThat(state(holding(mallory), cms("enveloped-data", encrypted(mallory, changed))))
                .isEqualTo(Protection.State.SIGNED_INVALID);
    }

    @Test
    void brokenMessagesDoNotThrow() throws Exception {
        byte[] whole = encrypted(mira, CONTENT);
        for (int length = 0; length < whole.length; length += 37) {
            ReadMail read = holding(mira).read(file(cms("enveloped-data", Arrays.copyOf(whole, length))));
            assertThat(read.protection().state()).isIn(Protection.State.ENCRYPTED, Protection.State.DECRYPTED);
        }
    }

    private static Protection.State state(MailReader reader, String mail) throws IOException {
        Path file = Files.createTempFile("mail", ".eml");
        try {
            return reader.read(Files.writeString(file, mail)).protection().state();
        } finally {
            Files.delete(file);
        }
    }

    private static MailReader trusting() {
        return new MailReader(new Trust(Set.of(authority.certificate()), List.of()));
    }

    private static MailReader holding(MadeKeys person) {
        return new MailReader(new Trust(
                Set.of(authority.certificate()),
                List.of(new Trust.Key(person.certificate(), person.keys().getPrivate()))));
    }

    private Path file(String mail) throws IOException {
        return Files.writeString(folder.resolve("mail.eml"), mail);
    }

    /** The mail without the headers that its sender's envelope has. */
    private static String part(String mail) {
        return mail.substring(HEADERS.length());
    }

    private static String detached(MadeKeys signer, String signed, String sent) throws Exception {
        return HEADERS + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=s\r\n\r\n"
                + "--s\r\n" + sent + "\r\n--s\r\n"
                + "Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(signature(signer, signed, false)) + "\r\n--s--\r\n";
    }

    private static byte[] opaque(MadeKeys signer, String signed) throws Exception {
        return signature(signer, signed, true);
    }

    private static String cms(String kind, byte[] message) {
        return HEADERS + "Content-Type: application/pkcs7-mime; smime-type=" + kind + "; name=smime.p7m\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(message) + "\r\n";
    }

    private static byte[] signature(MadeKeys signer, String content, boolean within) throws Exception {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(SENT)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(PROVIDER)
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(algorithm(signer), signer.keys().getPrivate(), signer.certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return generator.generate(new CMSProcessableByteArray(bytes), within).getEncoded();
    }

    private static byte[] encrypted(MadeKeys to, String content) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient(to));
        return generator
                .generate(
                        new CMSProcessableByteArray(content.getBytes(StandardCharsets.UTF_8)),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(PROVIDER)
                                .build())
                .getEncoded();
    }

    private static byte[] authenticated(MadeKeys to, String content) throws Exception {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient(to));
        return generator
                .generate(new CMSProcessableByteArray(content.getBytes(StandardCharsets.UTF_8)), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                .setProvider(PROVIDER)
                                .build())
                .getEncoded();
    }

    private static RecipientInfoGenerator recipient(MadeKeys to) throws Exception {
        if (to.keys().getPublic().getAlgorithm().equals("RSA")) {
            return new JceKeyTransRecipientInfoGenerator(to.certificate()).setProvider(PROVIDER);
        }
        KeyPair ours = MadeKeys.keys("EC");
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, ours.getPrivate(), ours.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(to.certificate())
                .setProvider(PROVIDER);
    }

    private static String algorithm(MadeKeys signer) {
        return signer.keys().getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
