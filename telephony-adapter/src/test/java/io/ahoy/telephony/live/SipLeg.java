package io.ahoy.telephony.live;

/** One call of a {@link SipPeer}. */
final class SipLeg implements AutoCloseable {
    enum State {
        RINGING,
        UP,
        ENDED
    }

    final String callId;
    final String ownTag;
    final Sound sound;
    volatile State state = State.RINGING;
    /** The request that began it, if it came from the other side. */
    volatile SipText invite = new SipText("", java.util.List.of(), "");

    volatile String from = "";
    volatile String to = "";
    volatile String target = "";
    volatile String lastAnswer = "";
    /** Status of the final answer to our call. */
    volatile int answer;

    int cseq = 1;

    SipLeg(String callId, String ownTag, Sound sound) {
        this.callId = callId;
        this.ownTag = ownTag;
        this.sound = sound;
    }

    boolean isUp() {
        return state == State.UP;
    }

    boolean isOver() {
        return state == State.ENDED;
    }

    @Override
    public void close() {
        sound.close();
    }
}
