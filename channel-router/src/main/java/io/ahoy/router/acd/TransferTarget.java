package io.ahoy.router.acd;

/** Where a blind transfer goes. */
public sealed interface TransferTarget {
    /** Back into a line of Ahoy; the interaction keeps its original arrival. */
    record ToQueue(QueueId queue) implements TransferTarget {}

    /** Out to a number, dialled by the telephony adapter; the interaction leaves the router. */
    record ToNumber(String number) implements TransferTarget {}
}
