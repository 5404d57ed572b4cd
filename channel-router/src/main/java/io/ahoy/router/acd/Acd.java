package io.ahoy.router.acd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The router's mind: state + input + now → outputs. Deterministic, so that the same inputs at the same times give the same
 * decisions in production, in simulation and in a replay of the journal. Not safe for use by several threads.
 *
 * <p>Who is offered to whom is {@link Matching}'s. An input that no longer fits the state changes nothing and says nothing; only to who
 * would take something it is said why he does not get it.
 */
public final class Acd {
    private final Floor floor;
    private final Offers offers;
    private final Seats seats;
    private final Conversations conversations;
    private final WaitingRoom waitingRoom;
    private final Callbacks callbacks;
    private final Taking taking;
    private final Matcher matching;

    Acd(Image image, Lifecycle.Witness witness) {
        this(image, witness, Matching::new);
    }

    Acd(Image image, Lifecycle.Witness witness, Matcher.Maker matcher) {
        floor = new Floor(image, witness);
        callbacks = new Callbacks(floor);
        offers = new Offers(floor, callbacks);
        seats = new Seats(floor, offers);
        conversations = new Conversations(floor, seats);
        taking = new Taking(floor, offers);
        waitingRoom = new WaitingRoom(floor, offers, conversations);
        matching = matcher.over(floor, offers);
    }

    public static Acd of(Image image) {
        return new Acd(image, Lifecycle.Witness.NONE);
    }

    /**
     * What follows from this input; nothing when it no longer fits.
     *
     * @param now never earlier than in the call before
     * @throws Check.Failed a bug; the state may be half changed and must be thrown away
     */
    public List<Output> apply(Input input, Instant now) {
        floor.now = now;
        dispatch(input, now);
        matching.run(now);
        return floor.takeSaid();
    }

    /** Lets every deadline up to now run out. */
    public List<Output> tick(Instant now) {
        floor.now = now;
        Optional<Timed> over = floor.deadlines.over(now);
        while (over.isPresent()) {
            expire(over.get(), now);
            matching.run(now);
            over = floor.deadlines.over(now);
        }
        return floor.takeSaid();
    }

    /** For the log: why {@link #apply} had nothing to say to this input. */
    public String whyNothing(Input input) {
        return new Misfit(floor).why(input);
    }

    /** For the log: who comes for another waits in the first one there is. */
    public boolean hasQueue(QueueId queue) {
        return floor.queues.isOpen(queue);
    }

    public Optional<Instant> nextDeadline() {
        return floor.deadlines.next();
    }

    /** The whole state; takes time in proportion to the people present. */
    public Image image() {
        return floor.image();
    }

    private void dispatch(Input input, Instant now) {
        switch (input) {
            case Input.QueuesChanged in -> floor.configure(in, now);
            case Input.Outage in -> floor.postpone(in.length());
            case Input.Arrived in -> waitingRoom.arrived(in, now);
            case Input.Abandoned in -> waitingRoom.gone(in.interaction(), in.cause(), now);
            case Input.Ended in -> waitingRoom.gone(in.interaction(), in.cause(), now);
            case Input.Withdrawn in -> waitingRoom.withdrawn(in, now);
            case Input.CallbackChosen in -> callbacks.chosen(in, now);
            case Input.MovedToFront in -> waitingRoom.movedToFront(in.interaction(), now);
            case Input.MovedToQueue in -> waitingRoom.movedToQueue(in.interaction(), in.queue(), now);
            case Input.OfferAccepted in -> offers.accepted(in.offer(), now);
            case Input.OfferDeclined in -> offers.declined(in.offer(), now);
            case Input.OfferFailed in -> offers.failed(in.offer(), in.cause(), now);
            case Input.Connected in -> offers.connected(in.offer(), now);
            case Input.ConnectFailed in -> offers.connectFailed(in.offer(), in.cause(), now);
            case Input.AgentLost in -> conversations.agentLost(in.interaction(), now);
            case Input.EndAsked in -> conversations.endAsked(in);
            case Input.TransferAsked in -> conversations.transferAsked(in, now);
            case Input.ReattachAsked in -> conversations.reattachAsked(in);
            case Input.Taken in -> taking.taken(in, now);
            case Input.SeatSignedIn in -> seats.signedIn(in, now);
            case Input.SeatSignedOut in -> seats.signedOut(in.agent(), now);
            case Input.SeatPaused in -> seats.paused(in.agent(), in.reason(), now);
            case Input.SeatResumed in -> seats.resumed(in.agent(), now);
            case Input.WrapUpExtended in -> seats.wrapUpExtended(in);
            case Input.WrapUpDone in -> seats.wrapUpDone(in, now);
        }
    }

    private void expire(Timed over, Instant now) {
        switch (over) {
            case Queue queue -> floor.patience.hoursChanged(queue, now);
            case Contact contact -> floor.patience.expired(contact, now);
            case Seat seat -> seats.availableAgain(seat);
            case Work work -> {
                switch (work.state) {
                    case OFFERED -> offers.timedOut(work, now);
                    case CONNECTING -> offers.connectTimedOut(work, now);
                    case WRAP_UP -> seats.clear(work, now);
                    case ON_CONTACT, INTERRUPTED, GONE ->
                        Check.that(false, "%s has a deadline while %s", work.interaction, work.state);
                }
            }
        }
    }
}
