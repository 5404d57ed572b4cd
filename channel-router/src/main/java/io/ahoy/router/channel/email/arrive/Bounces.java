package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.router.channel.email.meaning.Bounce;
import java.util.Optional;

/** What mail servers say of our own mails is noted on them. */
final class Bounces {
    private final Mails mails;
    private final Outbox outbox;

    Bounces(Mails mails, Outbox outbox) {
        this.mails = mails;
        this.outbox = outbox;
    }

    /** @return the mail of ours that did not arrive */
    Optional<Mail> record(Understood notice) {
        Optional<Bounce> bounce = notice.meaning().bounce();
        Optional<Mail> ours = bounce.flatMap(Bounce::originalMessageId)
                .map(id -> id.replaceAll("[<>]", ""))
                .flatMap(mails::byMessageId)
                .filter(mail -> !mail.isIncoming());
        ours.ifPresent(mail -> bounce.get().recipients().stream()
                .filter(Bounce.Failed::gaveUp)
                .forEach(failed -> outbox.refused(mail.id(), failed.address(), words(failed))));
        return ours;
    }

    /** Notices of delay disturb nobody. */
    static boolean isFinal(Understood notice) {
        return notice.meaning().bounce().stream()
                .flatMap(bounce -> bounce.recipients().stream())
                .anyMatch(Bounce.Failed::gaveUp);
    }

    private static String words(Bounce.Failed failed) {
        return (failed.hard() ? "hard " : "soft ") + failed.kind() + " "
                + failed.status().orElse("") + " " + failed.diagnostic();
    }
}
