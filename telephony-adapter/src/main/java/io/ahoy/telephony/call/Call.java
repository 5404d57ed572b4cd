package io.ahoy.telephony.call;

import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Wish;
import java.util.Optional;

/** A customer on the line. Touched only on the switchboard's thread. */
final class Call {
    /** Where the customer is. */
    enum Stage {
        /** The IVR still speaks with him; the router does not know him. */
        IN_IVR,
        IN_LINE,
        /** Called back; his telephone rings. */
        DIALLED,
        /** In a conversation, also while on hold or while the agent's lost device is awaited. */
        TALKING,
        /** All is reported; he only has to hang up. */
        LEAVING,
        /** Transferred out: what becomes of him there is none of ours. */
        OUT
    }

    final InteractionId id;
    /** Unique id of the customer's channel. */
    final String channel;
    /** And its name; of one who is called back only known when Asterisk has made the channel. */
    String name;

    CallerId shown;
    /** Kept here because his arrival may have to be reported again. */
    Wish wish = Wish.NONE;

    Stage stage;
    /** The agent's leg in the conversation; empty while his lost device is awaited. */
    Optional<Leg> leg = Optional.empty();

    /** Called back, he has answered and is being joined. */
    boolean answered;

    /** His end has hung up; the channel may live on a little in what it was doing. */
    boolean hungUp;

    /** As the agent wanted it; both outlive the loss of his device. */
    boolean muted;

    boolean held;
    /** Set while we ourselves take legs out of a bridge, so that their leaving is not taken for a hang-up. */
    boolean moving;
    /** Who was seen leaving the bridge first. */
    Optional<EndCause> firstLeaver = Optional.empty();
    /** The desktop asked for the end, or it was decided otherwise before the customer's channel is gone. */
    Optional<EndCause> endCause = Optional.empty();
    /** His arrival has been reported and the router has not answered yet. */
    boolean reporting;
    /** He has heard that he may be called back. */
    boolean callbackOffered;
    /** The router took his arrival for a repetition. */
    boolean knownBefore;
    /** Counts the losses of a device, so that the alarm of an earlier one is recognised as such. */
    int losses;

    Call(InteractionId id, String channel, String name, CallerId shown, Stage stage) {
        this.id = id;
        this.channel = channel;
        this.name = name;
        this.shown = shown;
        this.stage = stage;
    }

    @Override
    public String toString() {
        return id + " on " + channel + " " + stage;
    }

    boolean awaitsDevice() {
        return stage == Stage.TALKING && leg.isEmpty();
    }

    PhoneState phone() {
        return new PhoneState(id, muted, held, awaitsDevice());
    }
}
