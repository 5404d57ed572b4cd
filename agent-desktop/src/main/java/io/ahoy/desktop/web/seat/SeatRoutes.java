package io.ahoy.desktop.web.seat;

import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.telephony.call.ChosenPhones.Device;
import java.util.Optional;

/** {@code /seat}. */
public final class SeatRoutes {
    private final RouterDoor router;
    private final Seating seating;
    private final Team team;
    private final Feed feed;

    public SeatRoutes(RouterDoor router, Seating seating, Team team, Feed feed) {
        this.router = router;
        this.seating = seating;
        this.team = team;
        this.feed = feed;
    }

    public void register(Api api) {
        api.put("/seat", Access.SIGNED_IN, this::put);
        api.put("/seat/device", Access.SIGNED_IN, this::putDevice);
    }

    private enum Wish {
        READY,
        ON_BREAK,
        SIGNED_OUT
    }

    private record SeatBody(Wish state, Optional<String> reason) {}

    private record DeviceBody(Device device) {}

    private Answer put(Request request) throws InterruptedException {
        SignedIn caller = seated(request);
        SeatBody body = request.body(SeatBody.class);
        if (!caller.agent().hasSeat()) {
            throw Problem.tooLate("You have no skills, so there is no queue to be ready for.");
        }
        switch (body.state()) {
            case READY -> {
                takeSeat(caller);
                router.submit(new Input.SeatResumed(caller.id()));
            }
            case ON_BREAK -> {
                BreakReason reason = breakReason(body.reason());
                takeSeat(caller);
                router.submit(new Input.SeatPaused(caller.id(), reason));
            }
            case SIGNED_OUT -> router.submit(new Input.SeatSignedOut(caller.id()));
        }
        return Answer.NOTHING;
    }

    private static SignedIn seated(Request request) {
        SignedIn caller = request.caller();
        if (caller.agent().role() == Role.AUDITOR) {
            throw Problem.forbidden("An auditor has no seat.");
        }
        return caller;
    }

    /** A supervisor may have signed the seat out since, or it is about to leave after its contact. */
    private void takeSeat(SignedIn caller) throws InterruptedException {
        boolean taken =
                feed.picture().seat(caller.id()).filter(seat -> !seat.leaving()).isPresent();
        if (!taken) {
            seating.take(caller);
        }
    }

    private BreakReason breakReason(Optional<String> given) {
        String id = given.orElseThrow(() -> Problem.unprocessable("reason", "A break needs its reason."));
        boolean known =
                team.breakReasons().stream().anyMatch(reason -> reason.id().equals(id) && !reason.isSetBySystem());
        if (!known) {
            throw Problem.unprocessable("reason", "There is no such break reason.");
        }
        return new BreakReason(id);
    }

    private Answer putDevice(Request request) {
        SignedIn caller = seated(request);
        Device device = request.body(DeviceBody.class).device();
        team.chooseDevice(caller.agent().id(), device.name());
        feed.deviceChosen(caller.id(), device);
        return Answer.NOTHING;
    }
}
