package io.ahoy.desktop.web.mail;

import io.ahoy.crm.mail.FollowUp;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.channel.email.EmailChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** {@code /interactions/{id}/mail/follow-up}: when the conversation comes back to whoever puts it off. */
public final class FollowUpRoutes {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Mails mails;
    private final FollowUps followUps;
    private final Rights rights;
    private final EmailChannel channel;

    public FollowUpRoutes(Db db, Rights rights, EmailChannel channel) {
        this.mails = new Mails(db);
        this.followUps = new FollowUps(db);
        this.rights = rights;
        this.channel = channel;
    }

    public void register(Api api) {
        api.put("/interactions/:id/mail/follow-up", Access.SIGNED_IN, this::set);
        api.delete("/interactions/:id/mail/follow-up", Access.SIGNED_IN, this::drop);
    }

    private record Body(Instant dueAt, Optional<String> note) {}

    private Answer set(Request request) {
        UUID thread = changeable(request);
        Body body = request.body(Body.class);
        if (!body.dueAt().isAfter(request.now())
                || body.dueAt().isAfter(request.now().plus(LONGEST))) {
            throw Problem.unprocessable("dueAt", "Choose a time within the next 400 days.");
        }
        String note = body.note().orElse("").strip();
        followUps.set(new FollowUp(thread, request.caller().agent().id(), body.dueAt(), note));
        channel.wakeFollowUps();
        return Answer.NOTHING;
    }

    private Answer drop(Request request) {
        followUps.drop(changeable(request));
        return Answer.NOTHING;
    }

    /** By who is on it, and by who has put it off. */
    private UUID changeable(Request request) {
        UUID interaction = request.id("id");
        Optional<UUID> thread = mails.threadOf(interaction);
        boolean own = thread.flatMap(followUps::of)
                .filter(one -> one.agent().equals(request.caller().agent().id()))
                .isPresent();
        if (!own) {
            rights.requireOn(request.caller(), new InteractionId(interaction));
        }
        return thread.orElseThrow(() -> Problem.notFound("This interaction is about no mail."));
    }
}
