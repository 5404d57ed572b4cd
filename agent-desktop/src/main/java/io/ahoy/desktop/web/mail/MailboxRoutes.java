package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.router.channel.email.EmailChannel;

/** {@code /mailboxes}: whether mails come in. */
public final class MailboxRoutes {
    private final EmailChannel channel;

    public MailboxRoutes(EmailChannel channel) {
        this.channel = channel;
    }

    public void register(Api api) {
        api.get("/mailboxes", Access.to(Action.READ, Subject.BOARD), request -> Answer.of(channel.health()));
    }
}
