package io.ahoy.router.channel.email.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** CMS messages as mails carry them (RFC 8551): read as streams, with the keys and authorities that we have. */
final class Smime {
    /** Bytes of a signature with its certificates. */
    private static final int SIGNATURE_MAX = 1_000_000;

    private static final Protection DECRYPTED =
            new Protection(Protection.State.DECRYPTED, Optional.empty(), "It was encrypted, and has been decrypted.");

    /** Takes seconds to load, so it is only once a protected mail has come. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Trust trust;

    Smime(Trust trust) {
        this.trust = trust;
    }

    /** @param opened what is inside has been written */
    record Outcome(Protection protection, boolean opened) {}

    /** Of {@code multipart/signed}: the mail's first part against its second. */
    Protection detached(Path mail, MailHeaders headers) throws IOException {
        Limited signature = new Limited(SIGNATURE_MAX);
        try (InputStream in = new Disk(mail)) {
            new Walk(new Written("2", signature), new Budget()).through(in);
        }
        try (InputStream in = new Disk(mail)) {
            Optional<InputStream> signed = Outside.firstPart(in);
            if (signed.isEmpty() || signature.isOver()) {
                return Signatures.invalid(Optional.empty(), "Its signature is broken.");
            }
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(),
                    new CMSTypedStream(new LineEnds(signed.get())),
                    new ByteArrayInputStream(signature.bytes()));
            parser.getSignedContent().drain();
            return new Signatures(PROVIDER, trust.anchors()).check(parser, headers);
        } catch (Disk.Failed failed) {
            throw failed;
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException broken) {
            return Signatures.invalid(Optional.empty(), "Its signature is broken and can't be checked.");
        }
    }

    /**
     * @param message the CMS message, decoded
     * @param inside where to write what it holds
     */
    Outcome open(Path message, Path inside, MailHeaders headers) throws IOException {
        try {
            ASN1ObjectIdentifier kind = kind(message);
            if (kind.equals(CMSObjectIdentifiers.signedData)) {
                return signed(message, inside, headers);
            }
            boolean authenticated = kind.equals(CMSObjectIdentifiers.authEnvelopedData);
            if (authenticated || kind.equals(CMSObjectIdentifiers.envelopedData)) {
                return decrypted(message, inside, authenticated);
            }
            return new Outcome(Protection.NONE, false);
        } catch (Disk.Failed failed) {
            throw failed;
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException broken) {
            return new Outcome(
                    shut("It is protected by S/MIME, but what protects it is broken, so it can't be opened."), false);
        }
    }

    private static Protection shut(String detail) {
        return new Protection(Protection.State.ENCRYPTED, Optional.empty(), detail);
    }

    private static ASN1ObjectIdentifier kind(Path message) throws IOException {
        try (InputStream in = new Disk(message)) {
            if (new ASN1StreamParser(in).readObject() instanceof ASN1SequenceParser sequence) {
                return new ContentInfoParser(sequence).getContentType();
            }
            throw new IOException("no CMS message");
        }
    }

    private Outcome signed(Path message, Path inside, MailHeaders headers)
            throws CMSException, OperatorCreationException, IOException {
        try (Ending in = new Ending(new Disk(message));
                OutputStream to = Files.newOutputStream(inside)) {
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(),
                    in);
            CMSTypedStream within = parser.getSignedContent();
            if (within == null) {
                return new Outcome(
                        Signatures.invalid(Optional.empty(), "It has a signature and nothing that was signed."), false);
            }
            within.getContentStream().transferTo(to);
            in.endAfter(SIGNATURE_MAX);
            Protection found;
            try {
                found = new Signatures(PROVIDER, trust.anchors()).check(parser, headers);
            } catch (CMSException | RuntimeException broken) {
                // What was signed is readable all the same.
                found = Signatures.invalid(Optional.empty(), "Its signature is broken and can't be checked.");
            }
            return new Outcome(found, true);
        }
    }

    private Outcome decrypted(Path message, Path inside, boolean authenticated) throws CMSException, IOException {
        for (Trust.Key key : trust.keys()) {
            try (InputStream in = new Disk(message);
                    OutputStream to = Files.newOutputStream(inside)) {
                RecipientInformationStore recipients = authenticated
                        ? new CMSAuthEnvelopedDataParser(in).getRecipientInfos()
                        : new CMSEnvelopedDataParser(in).getRecipientInfos();
                for (RecipientInformation recipient : recipients.getRecipients()) {
                    if (recipient
                            .getRID()
                            .match(new X509CertificateHolder(key.certificate().getEncoded()))) {
                        recipient
                                .getContentStream(recipient(recipient, key.secret(), authenticated))
                                .getContentStream()
                                .transferTo(to);
                        return new Outcome(DECRYPTED, true);
                    }
                }
            } catch (CertificateEncodingException ourOwn) {
                throw new CMSException("the certificate of a key of ours is broken", ourOwn);
            }
        }
        return new Outcome(shut("It is encrypted by S/MIME for nobody whose key we have."), false);
    }

    private static Recipient recipient(RecipientInformation of, PrivateKey key, boolean authenticated) {
        if (of instanceof KeyAgreeRecipientInformation) {
            return new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER);
        }
        return authenticated
                ? new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER);
    }

    /** Keeps so much and no more. */
    private static final class Limited extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int max;
        private boolean over;

        private Limited(int max) {
            this.max = max;
        }

        @Override
        public void write(int each) {
            over |= kept.size() >= max;
            if (!over) {
                kept.write(each);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            over |= length > max - kept.size();
            if (!over) {
                kept.write(bytes, from, length);
            }
        }

        private boolean isOver() {
            return over;
        }

        private byte[] bytes() {
            return kept.toByteArray();
        }
    }

    /** Signatures are of lines that end in CR LF (RFC 8551, 3.1.1), however the mail was stored. */
    private static final class LineEnds extends InputStream {
        private final InputStream in;
        private int before;
        private boolean owed;

        private LineEnds(InputStream in) {
            this.in = new BufferedInputStream(in, 16_384);
        }

        @Override
        public int read() throws IOException {
            if (owed) {
                owed = false;
                before = '\n';
                return '\n';
            }
            int each = in.read();
            if (each == '\n' && before != '\r') {
                owed = true;
                return '\r';
            }
            before = each;
            return each;
        }
    }

    /** Content may be long; what follows it is held in memory and may not. */
    private static final class Ending extends FilterInputStream {
        private long left = Long.MAX_VALUE;

        private Ending(InputStream in) {
            super(in);
        }

        private void endAfter(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int each = left > 0 ? super.read() : -1;
            left--;
            return each;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = left > 0 ? super.read(into, from, (int) Math.min(left, length)) : -1;
            left -= Math.max(read, 0);
            return read;
        }
    }
}
