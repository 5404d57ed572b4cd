package io.ahoy.desktop.web.interaction;

import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.TransferTarget;
import java.util.Optional;

/** {@code /offers} and {@code /interactions}: what an agent does with what his seat is on. */
public final class InteractionRoutes {
    private static final String NO_CONVERSATION = "The conversation is over.";

    private final RouterDoor router;
    private final Rights rights;
    private final History history;
    private final Pops pops;
    private final TransferTargets targets;
    private final CallControls calls;

    public InteractionRoutes(
            RouterDoor router, Rights rights, History history, Pops pops, TransferTargets targets, CallControls calls) {
        this.router = router;
        this.rights = rights;
        this.history = history;
        this.pops = pops;
        this.targets = targets;
        this.calls = calls;
    }

    public void register(Api api) {
        api.post("/offers/:offer/accept", Access.SIGNED_IN, this::accept);
        api.post("/offers/:offer/decline", Access.SIGNED_IN, this::decline);
        api.get("/interactions/:id", Access.SIGNED_IN, this::get);
        api.post("/interactions/:id/end", Access.SIGNED_IN, this::end);
        api.post("/interactions/:id/mute", Access.SIGNED_IN, this::mute);
        api.post("/interactions/:id/hold", Access.SIGNED_IN, this::hold);
        api.post("/interactions/:id/transfer", Access.SIGNED_IN, this::transfer);
        api.post("/interactions/:id/reattach", Access.SIGNED_IN, this::reattach);
    }

    private Answer accept(Request request) throws InterruptedException {
        OfferId offer = offer(request.path("offer"));
        Channel channel = rights.requireOffered(request.caller(), offer);
        if (channel == Channel.VOICE || channel == Channel.CALLBACK) {
            throw Problem.tooLate("A call is accepted by answering the phone.");
        }
        router.submitOrTooLate(new Input.OfferAccepted(offer), "The offer is over already.");
        return Answer.NOTHING;
    }

    private Answer decline(Request request) throws InterruptedException {
        OfferId offer = offer(request.path("offer"));
        rights.requireOffered(request.caller(), offer);
        router.submitOrTooLate(new Input.OfferDeclined(offer), "The offer is over already.");
        return Answer.NOTHING;
    }

    private static OfferId offer(String text) {
        try {
            return OfferId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("There is no such offer.");
        }
    }

    private Answer get(Request request) {
        InteractionId id = new InteractionId(request.id("id"));
        Contact contact =
                history.contact(id.value()).orElseThrow(() -> Problem.notFound("There is no such interaction."));
        rights.requireReadable(request.caller(), contact);
        return Answer.of(pops.of(contact, request.actor()));
    }

    private Answer end(Request request) throws InterruptedException {
        router.submitOrTooLate(new Input.EndAsked(own(request), request.caller().id()), NO_CONVERSATION);
        return Answer.NOTHING;
    }

    private record MuteBody(boolean muted) {}

    private Answer mute(Request request) throws Exception {
        calls.mute(own(request), request.body(MuteBody.class).muted());
        return Answer.NOTHING;
    }

    private record HoldBody(boolean held) {}

    private Answer hold(Request request) throws Exception {
        calls.hold(own(request), request.body(HoldBody.class).held());
        return Answer.NOTHING;
    }

    private record TransferBody(Optional<String> queue, Optional<String> number) {}

    private Answer transfer(Request request) throws InterruptedException {
        InteractionId id = own(request);
        TransferBody body = request.body(TransferBody.class);
        TransferTarget target = targets.read(body.queue(), body.number());
        if (target instanceof TransferTarget.ToNumber) {
            // The router would be done with the customer at once, and nobody left to take him there.
            calls.requireUp();
        }
        router.submitOrTooLate(new Input.TransferAsked(id, request.caller().id(), target), NO_CONVERSATION);
        return Answer.NOTHING;
    }

    private Answer reattach(Request request) throws InterruptedException {
        router.submitOrTooLate(
                new Input.ReattachAsked(own(request), request.caller().id()), NO_CONVERSATION);
        return Answer.NOTHING;
    }

    private InteractionId own(Request request) {
        InteractionId id = new InteractionId(request.id("id"));
        rights.requireOn(request.caller(), id);
        return id;
    }
}
