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
import java.util.ArrayList;
import java.util.List;
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

/**
 * Takes a mail out of what protects it (RFC 8551, RFC 3156): signed content out of its signature, encrypted content when we have the
 * key. What comes out is kept in a file that is gone when this is closed.
 */
final class Envelope implements AutoCloseable {
    /** Signed within encrypted within signed is what there is; more is a game. */
    private static final int LAYERS_MAX = 4;

    /** Bytes of a signature with its certificates. */
    private static final int SIGNATURE_MAX = 1_000_000;

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Trust trust;
    private final List<Path> files = new ArrayList<>();
    private Path content;
    private MailHeaders headers = MailHeaders.NONE;
    private Protection protection = Protection.NONE;

    private Envelope(Path raw, Trust trust) {
        this.content = raw;
        this.trust = trust;
    }

    static Envelope open(Path raw, Trust trust) throws IOException {
        Envelope envelope = new Envelope(raw, trust);
        try {
            for (int layer = 0; layer < LAYERS_MAX && envelope.unwrap(layer == 0); layer++) {
                continue;
            }
            return envelope;
        } catch (IOException | RuntimeException | Error failed) {
            envelope.close();
            throw failed;
        }
    }

    /** Where the mail's parts are to be read. */
    Path content() {
        return content;
    }

    /** Of the mail outside, which are those that were sent; empty when nothing was unwrapped. */
    Optional<MailHeaders> outerHeaders() {
        return files.isEmpty() ? Optional.empty() : Optional.of(headers);
    }

    Protection protection() {
        return protection;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** @return there may be another layer inside */
    private boolean unwrap(boolean outermost) throws IOException {
        Outside outside = Outside.of(content);
        if (outermost) {
            headers = outside.headers();
        }
        switch (outside.kind()) {
            case NONE -> {
                return false;
            }
            case PGP_ENCRYPTED -> encrypted("It is encrypted with PGP, which can't be decrypted here.");
            case PGP_SIGNED -> note(Signatures.untrusted(
                    Optional.empty(), "It is signed with PGP, which can't be checked here."));
            case PARTLY_SIGNED -> note(Signatures.untrusted(
                    Optional.empty(), "Only a part of it is signed; the rest may be anybody's."));
            case DETACHED -> note(detached());
            case CMS -> {
                return cms();
            }
        }
        return false;
    }

    private Protection detached() throws IOException {
        Limited signature = new Limited(SIGNATURE_MAX);
        try (InputStream in = new Disk(content)) {
            new Walk(new Written("2", signature), new Budget()).through(in);
        }
        try (InputStream in = new Disk(content)) {
            Optional<InputStream> signed = Outside.firstPart(in);
            if (signed.isEmpty() || signature.isOver()) {
                return Signatures.invalid(Optional.empty(), "Its signature is broken.");
            }
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build(),
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

    private boolean cms() throws IOException {
        Path message = file();
        try (InputStream in = new Disk(content);
                OutputStream to = Files.newOutputStream(message)) {
            new Walk(new Written("1", to), new Budget()).through(in);
        }
        Path inside = file();
        boolean opened;
        try {
            ASN1ObjectIdentifier kind = kind(message);
            if (kind.equals(CMSObjectIdentifiers.signedData)) {
                opened = signed(message, inside);
            } else if (kind.equals(CMSObjectIdentifiers.envelopedData)
                    || kind.equals(CMSObjectIdentifiers.authEnvelopedData)) {
                opened = decrypted(message, inside, kind.equals(CMSObjectIdentifiers.authEnvelopedData));
            } else {
                opened = false;
            }
        } catch (Disk.Failed failed) {
            throw failed;
        } catch (CMSException | OperatorCreationException | IOException | RuntimeException broken) {
            encrypted("It is protected by S/MIME, but what protects it is broken, so it can't be opened.");
            opened = false;
        }
        if (opened) {
            content = inside;
        } else {
            files.remove(message);
            files.remove(inside);
            Files.deleteIfExists(message);
            Files.deleteIfExists(inside);
        }
        return opened;
    }

    private static ASN1ObjectIdentifier kind(Path message) throws IOException {
        try (InputStream in = new Disk(message)) {
            if (new ASN1StreamParser(in).readObject() instanceof ASN1SequenceParser sequence) {
                return new ContentInfoParser(sequence).getContentType();
            }
            throw new IOException("no CMS message");
        }
    }

    private boolean signed(Path message, Path inside) throws CMSException, OperatorCreationException, IOException {
        try (Ending in = new Ending(new Disk(message));
                OutputStream to = Files.newOutputStream(inside)) {
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build(), in);
            CMSTypedStream within = parser.getSignedContent();
            if (within == null) {
                note(Signatures.invalid(Optional.empty(), "It has a signature and nothing that was signed."));
                return false;
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
            note(found);
            return true;
        }
    }

    private boolean decrypted(Path message, Path inside, boolean authenticated) throws CMSException, IOException {
        for (Trust.Key key : trust.keys()) {
            try (InputStream in = new Disk(message);
                    OutputStream to = Files.newOutputStream(inside)) {
                RecipientInformationStore recipients = authenticated
                        ? new CMSAuthEnvelopedDataParser(in).getRecipientInfos()
                        : new CMSEnvelopedDataParser(in).getRecipientInfos();
                for (RecipientInformation recipient : recipients.getRecipients()) {
                    if (recipient.getRID().match(new X509CertificateHolder(key.certificate().getEncoded()))) {
                        recipient.getContentStream(recipient(recipient, key.secret(), authenticated))
                                .getContentStream()
                                .transferTo(to);
                        note(new Protection(
                                Protection.State.DECRYPTED, Optional.empty(), "It was encrypted, and has been decrypted."));
                        return true;
                    }
                }
            } catch (CertificateEncodingException ourOwn) {
                throw new CMSException("the certificate of a key of ours is broken", ourOwn);
            }
        }
        encrypted("It is encrypted by S/MIME for nobody whose key we have.");
        return false;
    }

    private static Recipient recipient(RecipientInformation of, PrivateKey key, boolean authenticated) {
        if (of instanceof KeyAgreeRecipientInformation) {
            return new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER);
        }
        return authenticated
                ? new JceKeyTransAuthEnvelopedRecipient(key).setProvider(PROVIDER)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER);
    }

    private void encrypted(String detail) {
        note(new Protection(Protection.State.ENCRYPTED, Optional.empty(), detail));
    }

    /** What is found further inside adds to what is known: a decrypted mail stays decrypted unless its signature is wrong. */
    private void note(Protection inner) {
        if (protection.state() == Protection.State.NONE) {
            protection = inner;
            return;
        }
        boolean stays = protection.state() == Protection.State.DECRYPTED
                && inner.state() != Protection.State.SIGNED_INVALID
                && inner.state() != Protection.State.ENCRYPTED
                || protection.state() == Protection.State.SIGNED_INVALID;
        protection = new Protection(
                stays ? protection.state() : inner.state(),
                inner.signer().or(protection::signer),
                protection.detail() + " " + inner.detail());
    }

    private Path file() throws IOException {
        Path file = Files.createTempFile("ahoy-mail", ".part");
        files.add(file);
        return file;
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
