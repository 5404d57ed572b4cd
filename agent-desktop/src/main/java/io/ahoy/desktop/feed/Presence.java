package io.ahoy.desktop.feed;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an absent browser means for a seat whose phone lives in it: a ringing offer fails at once, a ready seat goes on a break
 * after a grace that a reload easily keeps, and returns from that break when the browser does. From the break that an unreachable
 * phone caused, a seat returns when the phone does. Runs on the feed's thread.
 */
final class Presence {
    private static final Duration RELOAD_GRACE = Duration.ofSeconds(5);
    /** After a restart of Ahoy the browsers need a moment to find back. */
    private static final Duration RESTART_GRACE = Duration.ofSeconds(20);

    private final Function<AgentId, Optional<SeatView>> seatOf;
    private final Predicate<AgentId> needsBrowser;
    private final Predicate<AgentId> hasBrowser;
    private final Consumer<Input> submit;
    private final ScheduledExecutorService thread;
    private final Map<AgentId, Grace> graces = new HashMap<>();

    /** @param keepsOffers a phone that rings may ring on: its browser is expected back */
    private record Grace(Future<?> end, boolean keepsOffers) {}

    Presence(
            Function<AgentId, Optional<SeatView>> seatOf,
            Predicate<AgentId> needsBrowser,
            Predicate<AgentId> hasBrowser,
            Consumer<Input> submit,
            ScheduledExecutorService thread) {
        this.seatOf = seatOf;
        this.needsBrowser = needsBrowser;
        this.hasBrowser = hasBrowser;
        this.submit = submit;
        this.thread = thread;
    }

    void started(List<SeatView> seats) {
        seats.forEach(seat -> beginGrace(seat.agent(), RESTART_GRACE, true));
    }

    void browserCame(AgentId agent) {
        endGrace(agent);
        resumeAfter(agent, Set.of(BreakReason.BROWSER_GONE));
    }

    /**
     * The phone in his browser can be reached again, say after Asterisk was restarted: the break that its absence caused is over.
     * Also heals a browser that came back before its own going was decided upon.
     */
    void phoneCame(AgentId agent) {
        if (needsBrowser.test(agent)) {
            resumeAfter(agent, Set.of(BreakReason.BROWSER_GONE, BreakReason.DEVICE_UNREACHABLE));
        }
    }

    /** Likewise the one on his desk. Of a browser's phone the browser itself tells, and whether it is there as well. */
    void deskPhoneCame(AgentId agent) {
        if (!needsBrowser.test(agent)) {
            resumeAfter(agent, Set.of(BreakReason.DEVICE_UNREACHABLE));
        }
    }

    private void resumeAfter(AgentId agent, Set<BreakReason> reasons) {
        boolean wasAway = seatOf.apply(agent)
                .filter(seat -> seat.state() == SeatState.ON_BREAK)
                .flatMap(SeatView::reason)
                .filter(reasons::contains)
                .isPresent();
        if (wasAway) {
            submit.accept(new Input.SeatResumed(agent));
        }
    }

    /** His last browser left, or his seat or device changed, perhaps while none was there. */
    void look(AgentId agent) {
        if (hasBrowser.test(agent) || !needsBrowser.test(agent)) {
            return;
        }
        seatOf.apply(agent).ifPresent(this::lookAtAbandoned);
    }

    private void lookAtAbandoned(SeatView seat) {
        Optional<Grace> grace = Optional.ofNullable(graces.get(seat.agent()));
        if (seat.state() == SeatState.READY && grace.isEmpty()) {
            beginGrace(seat.agent(), RELOAD_GRACE, false);
        }
        if (seat.state() == SeatState.OFFERED
                && grace.filter(Grace::keepsOffers).isEmpty()) {
            failOffer(seat);
        }
    }

    private void failOffer(SeatView seat) {
        seat.offer().ifPresent(offer -> submit.accept(new Input.OfferFailed(offer, OfferFailure.BROWSER_GONE)));
    }

    private void beginGrace(AgentId agent, Duration length, boolean keepsOffers) {
        Future<?> end = thread.schedule(() -> graceOver(agent), length.toMillis(), TimeUnit.MILLISECONDS);
        graces.put(agent, new Grace(end, keepsOffers));
    }

    private void endGrace(AgentId agent) {
        Grace grace = graces.remove(agent);
        if (grace != null) {
            grace.end().cancel(false);
        }
    }

    private void graceOver(AgentId agent) {
        graces.remove(agent);
        if (hasBrowser.test(agent) || !needsBrowser.test(agent)) {
            return;
        }
        seatOf.apply(agent).ifPresent(seat -> {
            if (seat.state() == SeatState.READY) {
                submit.accept(new Input.SeatPaused(agent, BreakReason.BROWSER_GONE));
            }
            if (seat.state() == SeatState.OFFERED) {
                failOffer(seat);
            }
        });
    }
}
