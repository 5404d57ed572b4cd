package io.ahoy.router.acd;

import java.util.Optional;

/** Why an input changed nothing, in words for the log: the world is late, repeats itself and contradicts itself. */
final class Misfit {
    private final Floor floor;

    Misfit(Floor floor) {
        this.floor = floor;
    }

    String why(Input input) {
        return switch (input) {
            case Input.QueuesChanged in -> "nobody was concerned";
            case Input.Outage in -> "nothing was running";
            case Input.Arrived in -> "it is known already";
            case Input.Abandoned in -> interaction(in.interaction());
            case Input.Ended in -> interaction(in.interaction());
            case Input.Withdrawn in -> interaction(in.interaction());
            case Input.CallbackChosen in -> interaction(in.interaction());
            case Input.MovedToFront in -> interaction(in.interaction());
            case Input.MovedToQueue in ->
                floor.queues.isOpen(in.queue()) ? interaction(in.interaction()) : "there is no queue " + in.queue();
            case Input.OfferAccepted in -> offer(in.offer());
            case Input.OfferDeclined in -> offer(in.offer());
            case Input.OfferFailed in -> offer(in.offer());
            case Input.Connected in -> offer(in.offer());
            case Input.ConnectFailed in -> offer(in.offer());
            case Input.AgentLost in -> interaction(in.interaction());
            case Input.EndAsked in -> conversation(in.interaction(), in.by());
            case Input.ReattachAsked in -> conversation(in.interaction(), in.by());
            case Input.TransferAsked in -> conversation(in.interaction(), in.by());
            case Input.Taken in -> interaction(in.interaction());
            case Input.SeatSignedIn in -> "he can do the same as before";
            case Input.SeatSignedOut in -> seat(in.agent());
            case Input.SeatPaused in -> seat(in.agent());
            case Input.SeatResumed in -> seat(in.agent());
            case Input.WrapUpExtended in -> seat(in.agent());
            case Input.WrapUpDone in -> seat(in.agent());
        };
    }

    private String interaction(InteractionId id) {
        return floor.contact(id)
                .map(contact -> "it is " + contact.state)
                .orElseGet(() -> floor.isKnown(id) ? "it is over" : "it is unknown");
    }

    private String offer(OfferId id) {
        Optional<Contact> contact = floor.contact(id.interaction());
        if (contact.isEmpty()) {
            return interaction(id.interaction());
        }
        return contact.get().isOn(id) ? interaction(id.interaction()) : "that offer is over";
    }

    private String conversation(InteractionId id, AgentId agent) {
        boolean his =
                floor.contact(id).filter(contact -> contact.isActiveWith(agent)).isPresent();
        return his ? "that leads nowhere" : "he does not talk in it: " + interaction(id);
    }

    private String seat(AgentId agent) {
        return floor.seat(agent).map(seat -> "he is " + seat.view().state()).orElse("he is not signed in");
    }
}
