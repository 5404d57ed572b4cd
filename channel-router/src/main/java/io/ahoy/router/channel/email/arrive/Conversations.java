package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Db;
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
    private final Db db;
    private final Mails mails;

    Conversations(Db db, Mails mails) {
        this.db = db;
        this.mails = mails;
    }

    /**
     * @param joins the conversation that it belongs to
     * @param names one that it names without belonging there
     * @param by the mail that it goes on with
     */
    record Found(Optional<UUID> joins, Optional<UUID> names, Optional<UUID> by) {
        /** The conversation of this mail. */
        static Found with(Mail earlier) {
            return new Found(Optional.of(earlier.thread()), Optional.empty(), Optional.of(earlier.id()));
        }

        static Found nothing(Optional<UUID> names) {
            return new Found(Optional.empty(), names, Optional.empty());
        }
    }

    /** An agent has put the mail that another one goes on with into another conversation, in this moment. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * It stands where it was found, until the transaction around this ends.
     *
     * @throws Moved it does not
     */
    void hold(Found found) {
        if (found.by().isPresent() && !mails.heldIn(found.by().get()).equals(found.joins())) {
            throw new Moved();
        }
    }

    Found of(Understood mail) {
        Set<String> ids = named(mail);
        return ids.isEmpty() ? Found.nothing(Optional.empty()) : db.together(() -> of(mail, ids));
    }

    private Found of(Understood mail, Set<String> ids) {
        Optional<UUID> named = Optional.empty();
        for (String id : ids) {
            Optional<Mail> earlier = mails.byMessageId(id).filter(known -> isOther(known, mail));
            if (earlier.isEmpty()) {
                continue;
            }
            UUID thread = earlier.get().thread();
            if (!mail.doubted() && mails.takesPart(thread, mail.from().address())) {
                return Found.with(earlier.get());
            }
            named = named.or(() -> Optional.of(thread));
        }
        return Found.nothing(named);
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
