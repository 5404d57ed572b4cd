package io.ahoy.router.channel.email.reply;

import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Replies;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.meaning.MailKind;
import io.ahoy.router.channel.email.reply.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is answered automatically. Pure: what was sent before is handed in. */
final class ReplyPolicy {
    /** One sender gets one reply of a kind within it. Two machines that face each other are silent after their first. */
    static final Duration PERIOD = Duration.ofHours(24);

    private final List<String> own;
    private final int hourlyMax;

    /**
     * @param own addresses of the centre
     * @param hourlyMax mails of any kind that one address is sent in an hour before automatic ones stop
     */
    ReplyPolicy(Set<String> own, int hourlyMax) {
        this.own = List.copyOf(own);
        this.hourlyMax = hourlyMax;
    }

    /** All but what was sent before, which needs a look into the database. */
    Verdict judge(Understood mail, boolean followUp) {
        MailAddress from = mail.from();
        if (from.address().isEmpty()) {
            return new Verdict(Reason.NO_SENDER, "It names no sender.");
        }
        if (mail.doubted()) {
            return new Verdict(Reason.DOUBTED_SENDER, "Its sender may be forged.");
        }
        if (mail.meaning().kind() != MailKind.HUMAN || mail.meaning().mailingList()) {
            String signs = String.join("; ", mail.meaning().evidence());
            return new Verdict(
                    Reason.NOT_A_PERSON,
                    "It is " + mail.meaning().kind() + (signs.isEmpty() ? "." : ": " + signs + "."));
        }
        if (mail.headers()
                .first("Return-Path")
                .filter(path -> path.strip().equals("<>"))
                .isPresent()) {
            return new Verdict(Reason.NO_RETURN_PATH, "Its return path is empty.");
        }
        if (isOwn(from)) {
            return new Verdict(Reason.OWN_ADDRESS, "It claims to be from " + from.address() + ", which is ours.");
        }
        if (mail.recipients().all().noneMatch(this::isOwn)) {
            String named =
                    mail.recipients().all().map(MailAddress::address).limit(3).collect(Collectors.joining(", "));
            return new Verdict(Reason.NOT_ADDRESSED, "It is addressed to nobody of us, but to: " + named + ".");
        }
        return followUp ? new Verdict(Reason.FOLLOW_UP, "It goes on with a conversation.") : Verdict.SEND;
    }

    Verdict judge(Replies.Before before, Instant now) {
        Optional<Instant> lately =
                before.last().filter(last -> last.plus(PERIOD).isAfter(now));
        if (lately.isPresent()) {
            return new Verdict(Reason.SENT_LATELY, "He was sent one at " + lately.get() + ".");
        }
        return before.lately() >= hourlyMax
                ? new Verdict(Reason.BUDGET, "He was sent " + before.lately() + " mails within the last hour.")
                : Verdict.SEND;
    }

    private boolean isOwn(MailAddress address) {
        return own.stream().anyMatch(address::isSameAs);
    }
}
