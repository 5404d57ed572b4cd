package io.ahoy.router.channel.email.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.RawField;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;

/** Says how far the signatures of one signed content can be believed, in the name of whoever the mail says it is from. */
final class Signatures {
    private static final String FOR_MAIL = "1.3.6.1.5.5.7.3.4";
    private static final String FOR_ANYTHING = "2.5.29.37.0";

    /** Signers and certificates that are looked at; real mails have one and three. */
    private static final int SIGNERS_MAX = 5;

    private static final int CERTIFICATES_MAX = 50;

    private final Provider provider;
    private final Set<X509Certificate> anchors;

    Signatures(Provider provider, Set<X509Certificate> anchors) {
        this.provider = provider;
        this.anchors = anchors;
    }

    /** @param signed its content has been read to the end */
    Protection check(CMSSignedDataParser signed, MailHeaders mail) throws CMSException {
        List<X509Certificate> certificates = certificates(signed.getCertificates());
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.isEmpty()) {
            return invalid(Optional.empty(), "It says that it is signed, but nobody has signed it.");
        }
        List<Protection> found = signers.stream()
                .limit(SIGNERS_MAX)
                .map(signer -> check(signer, certificates, mail))
                .toList();
        // One broken signature spoils all; of sound ones the best counts.
        return found.stream()
                .filter(each -> each.state() == Protection.State.SIGNED_INVALID)
                .findFirst()
                .or(() -> found.stream()
                        .filter(each -> each.state() == Protection.State.SIGNED_VALID)
                        .findFirst())
                .orElse(found.get(0));
    }

    static Protection invalid(Optional<String> signer, String detail) {
        return new Protection(Protection.State.SIGNED_INVALID, signer, detail);
    }

    static Protection untrusted(Optional<String> signer, String detail) {
        return new Protection(Protection.State.SIGNED_UNTRUSTED, signer, detail);
    }

    private Protection check(SignerInformation signer, List<X509Certificate> certificates, MailHeaders mail) {
        Optional<X509Certificate> own =
                certificates.stream().filter(each -> isOf(signer, each)).findFirst();
        if (own.isEmpty()) {
            return untrusted(
                    Optional.empty(), "The signature can't be checked: the signer's certificate is not in the mail.");
        }
        X509Certificate certificate = own.get();
        List<String> addresses = addresses(certificate);
        Optional<String> name = addresses.stream().findFirst();
        Optional<Date> when = signedAt(signer).or(() -> date(mail));
        if (when.isEmpty()) {
            return untrusted(name, "The signature can't be checked: neither it nor the mail says when it was made.");
        }
        if (!inForce(certificate, when.get())) {
            return invalid(name, "The signer's certificate was not in force when the mail was signed.");
        }
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(certificate.getPublicKey()))) {
                return invalid(
                        name, "The signature does not fit the content: the mail was changed after it was signed.");
            }
        } catch (CMSException | OperatorCreationException doesNotFit) {
            return invalid(name, "The signature does not fit the content: the mail was changed after it was signed.");
        }
        return believed(certificate, certificates, addresses, when.get(), mail);
    }

    private Protection believed(
            X509Certificate certificate,
            List<X509Certificate> certificates,
            List<String> addresses,
            Date when,
            MailHeaders mail) {
        Optional<String> name = addresses.stream().findFirst();
        if (!mayBeUsedForMail(certificate)) {
            return untrusted(name, "The signature fits, but its certificate is not meant for signing mails.");
        }
        if (!isTrusted(certificate, certificates, when)) {
            return untrusted(name, "The signature fits, but nobody whom we trust vouches for its signer.");
        }
        Optional<String> sender = sender(mail);
        if (sender.isEmpty() || !addresses.contains(sender.get())) {
            return untrusted(
                    name,
                    "The signature fits, but its signer (" + Shown.brief(name.orElse("without an address"))
                            + ") is not the sender.");
        }
        return new Protection(
                Protection.State.SIGNED_VALID, sender, "Signed by " + sender.get() + ", and not changed since.");
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> store) throws CMSException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (X509CertificateHolder holder : store.getMatches(null)) {
                if (certificates.size() < CERTIFICATES_MAX) {
                    certificates.add((X509Certificate)
                            factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
                }
            }
            return certificates;
        } catch (CertificateException | IOException broken) {
            throw new CMSException("a certificate is broken", broken);
        }
    }

    private static boolean isOf(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (IOException | CertificateException broken) {
            return false;
        }
    }

    private static boolean inForce(X509Certificate certificate, Date when) {
        return !when.before(certificate.getNotBefore()) && !when.after(certificate.getNotAfter());
    }

    private static Optional<Date> signedAt(SignerInformation signer) {
        if (signer.getSignedAttributes() == null) {
            return Optional.empty();
        }
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() != 1) {
            return Optional.empty();
        }
        ASN1Encodable value = time.getAttrValues().getObjectAt(0);
        return Optional.of(Time.getInstance(value).getDate());
    }

    private static Optional<Date> date(MailHeaders mail) {
        return mail.first("Date")
                .map(value -> DateTimeFieldLenientImpl.PARSER
                        .parse(new RawField("Date", value), DecodeMonitor.SILENT)
                        .getDate());
    }

    /** The one sender; empty when there are none or several, of which a signature could be meant for another. */
    private static Optional<String> sender(MailHeaders mail) {
        List<String> from = mail.all("From");
        if (from.size() != 1) {
            return Optional.empty();
        }
        var list = LenientAddressParser.DEFAULT.parseAddressList(from.get(0)).flatten();
        return list.size() == 1 ? Optional.of(list.get(0).getAddress().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static List<String> addresses(X509Certificate certificate) {
        Set<String> addresses = new HashSet<>();
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                names.stream()
                        .filter(name -> Integer.valueOf(1).equals(name.get(0)))
                        .forEach(name ->
                                addresses.add(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT)));
            }
            var subject = new X509CertificateHolder(certificate.getEncoded()).getSubject();
            for (var part : subject.getRDNs(BCStyle.EmailAddress)) {
                addresses.add(
                        IETFUtils.valueToString(part.getFirst().getValue()).toLowerCase(Locale.ROOT));
            }
        } catch (IOException | CertificateException broken) {
            return List.of();
        }
        return addresses.stream().sorted().toList();
    }

    private static boolean mayBeUsedForMail(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            return false;
        }
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(FOR_MAIL) || purposes.contains(FOR_ANYTHING);
        } catch (CertificateException broken) {
            return false;
        }
    }

    private boolean isTrusted(X509Certificate certificate, List<X509Certificate> others, Date when) {
        if (anchors.contains(certificate)) {
            return true;
        }
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            Set<TrustAnchor> from =
                    anchors.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(from, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            // Lists of revoked certificates would have to be fetched from where the mail says.
            parameters.setRevocationEnabled(false);
            parameters.setDate(when);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }
}
