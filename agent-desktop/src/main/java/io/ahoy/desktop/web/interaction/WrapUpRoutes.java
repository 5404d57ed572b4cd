package io.ahoy.desktop.web.interaction;

import io.ahoy.crm.history.History;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.SeatState;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /interactions/{id}/wrap-up}: the note and disposition, first as a draft, then done. */
public final class WrapUpRoutes {
    private static final int NOTE_MAX = 10_000;

    private final RouterDoor router;
    private final Rights rights;
    private final History history;
    private final Team team;
    private final Feed feed;
    private final InstantSource clock;

    public WrapUpRoutes(RouterDoor router, Rights rights, History history, Team team, Feed feed, InstantSource clock) {
        this.router = router;
        this.rights = rights;
        this.history = history;
        this.team = team;
        this.feed = feed;
        this.clock = clock;
    }

    public void register(Api api) {
        api.put("/interactions/:id/wrap-up", Access.SIGNED_IN, this::put);
        api.post("/interactions/:id/wrap-up/extend", Access.SIGNED_IN, this::extend);
    }

    private record WrapUpBody(Optional<String> disposition, Optional<String> note, boolean done) {}

    private Answer put(Request request) throws InterruptedException {
        SignedIn caller = request.caller();
        InteractionId id = new InteractionId(request.id("id"));
        rights.requireOn(caller, id);
        WrapUpBody body = request.body(WrapUpBody.class);
        check(body);
        if (body.done() && isWrappingUp(caller)) {
            finish(caller, id, body);
            return Answer.NOTHING;
        }
        history.draft(id.value(), caller.agent().id(), body.disposition(), body.note());
        if (body.done()) {
            throw Problem.tooLate("The conversation is not over yet; note and disposition are kept as a draft.");
        }
        return Answer.NOTHING;
    }

    /** The final word closes the draft, so it may not be said while there is something left to write down. */
    private boolean isWrappingUp(SignedIn caller) {
        return feed.picture()
                .seat(caller.id())
                .filter(seat -> seat.state() == SeatState.WRAP_UP)
                .isPresent();
    }

    private void check(WrapUpBody body) {
        if (body.note().filter(note -> note.length() > NOTE_MAX).isPresent()) {
            throw Problem.unprocessable("note", "At most " + NOTE_MAX + " characters.");
        }
        body.disposition().ifPresent(id -> {
            if (team.dispositions().stream().noneMatch(known -> known.id().equals(id))) {
                throw Problem.unprocessable("disposition", "There is no such disposition.");
            }
        });
    }

    /** Saved before the seat is cleared: a crash in between leaves a seat in wrap-up, never a lost note. */
    private void finish(SignedIn caller, InteractionId id, WrapUpBody body) throws InterruptedException {
        String disposition =
                body.disposition().orElseThrow(() -> Problem.unprocessable("disposition", "Choose how it ended."));
        history.wrapUp(id.value(), caller.agent().id(), disposition, body.note(), clock.instant());
        feed.customerChanged();
        router.submitOrTooLate(
                new Input.WrapUpDone(caller.id(), Optional.of(id)),
                "The wrap-up ran out already; note and disposition are saved.");
    }

    private Answer extend(Request request) throws InterruptedException {
        InteractionId id = new InteractionId(request.id("id"));
        rights.requireOn(request.caller(), id);
        router.submitOrTooLate(
                new Input.WrapUpExtended(request.caller().id(), Optional.of(id)), "The wrap-up is over already.");
        return Answer.NOTHING;
    }
}
