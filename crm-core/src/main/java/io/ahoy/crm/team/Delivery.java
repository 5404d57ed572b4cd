package io.ahoy.crm.team;

/** How a queue's mails come to its agents; what cannot wait to be picked is offered in every queue. */
public enum Delivery {
    /** Each is offered to an agent. */
    PUSHED,
    /** They wait until an agent takes one himself. */
    PULLED
}
