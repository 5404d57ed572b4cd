package io.ahoy.router.acd;

/** Who begins: how a queue's mails come to its agents. What cannot wait to be picked is offered in every queue. */
public enum Delivery {
    /** The router offers each to an agent. */
    PUSHED,
    /** They wait in the line until an agent takes one himself; what is meant for one agent alone is still offered to him. */
    PULLED;

    /** Whether what comes by this channel waits to be taken. */
    boolean letsWait(Channel channel) {
        return this == PULLED && channel == Channel.EMAIL;
    }
}
