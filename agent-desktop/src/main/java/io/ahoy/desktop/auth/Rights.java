package io.ahoy.desktop.auth;

import io.ahoy.crm.history.Contact;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.WorkState;
import io.ahoy.router.acd.WorkView;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is whose: an agent acts only on what his own seat is on. */
public final class Rights {
    private final Function<AgentId, Optional<SeatView>> seatOf;

    public Rights(Function<AgentId, Optional<SeatView>> seatOf) {
        this.seatOf = seatOf;
    }

    /** Also what was set aside for something more urgent. */
    public boolean isOn(SignedIn caller, InteractionId interaction) {
        return seatOf.apply(caller.id()).stream()
                .flatMap(seat -> Stream.concat(
                        seat.interaction().stream(), seat.works().stream().map(WorkView::interaction)))
                .anyMatch(interaction::equals);
    }

    public void requireOn(SignedIn caller, InteractionId interaction) {
        if (!isOn(caller, interaction)) {
            throw Problem.forbidden("Your seat is not, or no longer, on this interaction.");
        }
    }

    /** Who is on it, was on it, or supervises. */
    public void requireReadable(SignedIn caller, Contact contact) {
        if (!isReadable(caller, contact)) {
            throw Problem.forbidden("This interaction was never yours.");
        }
    }

    /** Who is on it, was on it, or supervises. */
    public boolean isReadable(SignedIn caller, Contact contact) {
        UUID agent = caller.agent().id();
        return caller.seesBoard()
                || isOn(caller, new InteractionId(contact.id()))
                || contact.segments().stream()
                        .flatMap(segment -> segment.agent().stream())
                        .anyMatch(named -> named.id().equals(agent))
                || contact.wrapUps().stream()
                        .anyMatch(written -> written.agent().equals(agent));
    }

    /** @return of which channel it is */
    public Channel requireOffered(SignedIn caller, OfferId offer) {
        return seatOf.apply(caller.id()).stream()
                .flatMap(seat -> seat.works().stream())
                .filter(work -> work.offer().equals(offer) && work.state() == WorkState.OFFERED)
                .map(WorkView::channel)
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("This offer is not, or no longer, yours."));
    }
}
