package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.router.channel.email.MessageIds;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the conversation that a mail goes on with. Only who takes part in one already joins it: a stranger who quotes from it, or was
 * forwarded it, begins his own, with a link for the agent to see.
 */
final class Conversations {
    private final Mails mails;

    Conversations(Mails mails) {
        this.mails = mails;
    }

    /**
     * @param joins the conversation that it belongs to
     * @param names one that it names without belonging there
     */
    record Found(Optional<UUID> joins, Optional<UUID> names) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
    }

    Found of(Understood mail) {
        Optional<UUID> named = Optional.empty();
        for (String id : named(mail)) {
            Optional<Mail> earlier = mails.byMessageId(id).filter(known -> isOther(known, mail));
            if (earlier.isEmpty()) {
                continue;
            }
            UUID thread = earlier.get().thread();
            if (!mail.doubted() && mails.takesPart(thread, mail.from().address())) {
                return new Found(Optional.of(thread), Optional.empty());
            }
            named = named.or(() -> Optional.of(thread));
        }
        return new Found(Optional.empty(), named);
    }

    /** The Message-IDs that it names: first what it answers, then what that answered. */
    static Set<String> named(Understood mail) {
        Set<String> ids = new LinkedHashSet<>();
        mail.headers().all("In-Reply-To").forEach(value -> ids.addAll(MessageIds.in(value)));
        mail.headers().all("References").forEach(value -> ids.addAll(MessageIds.in(value)));
        return ids;
    }

    private static boolean isOther(Mail earlier, Understood mail) {
        return !earlier.id().equals(mail.mail().id());
    }
}
