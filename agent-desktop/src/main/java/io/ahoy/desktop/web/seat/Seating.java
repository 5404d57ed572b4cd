package io.ahoy.desktop.web.seat;

import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.routing.LiveConfiguration;
import io.ahoy.desktop.routing.RoutingRules;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;

/** Signs seats in, with what their agents can do. */
public final class Seating {
    /** Signed in but not yet ready: the agent chooses that himself, when his headset is on. */
    private static final BreakReason JUST_SIGNED_IN = new BreakReason("system.signedin");

    private final RouterDoor router;
    private final LiveConfiguration live;

    public Seating(RouterDoor router, LiveConfiguration live) {
        this.router = router;
        this.live = live;
    }

    public void take(SignedIn caller) throws InterruptedException {
        var routing = caller.agent().routing();
        router.submit(new Input.SeatSignedIn(caller.id(), RoutingRules.abilities(routing), JUST_SIGNED_IN));
        live.seated(routing);
    }
}
