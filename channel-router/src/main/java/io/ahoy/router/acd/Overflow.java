package io.ahoy.router.acd;

import java.time.Duration;

/** When an interaction does not wait, or no longer, in a queue, and what becomes of it instead. The first that applies counts. */
public record Overflow(When when, Action action) {

    public sealed interface When {}

    /** On entry: so many wait already. */
    public record Full(int waiting) implements When {}

    /** On entry: outside the queue's hours. */
    public record Closed() implements When {}

    /** For those who still wait when its hours end. */
    public record Closing() implements When {}

    /** On entry, or when the last one leaves: nobody is signed in who could take it, after all widening. */
    public record NoAgent() implements When {}

    /** So long after the entry into this queue. */
    public record Waited(Duration after) implements When {}

    /** On entry: the middle of the estimated wait is longer. */
    public record EstimatedOver(Duration limit) implements When {}

    public sealed interface Action {}

    public record ToQueue(QueueId queue) implements Action {}

    public record Voicemail(String box) implements Action {}

    /** The customer may leave the line and keep his place; he waits on meanwhile. */
    public record OfferCallback() implements Action {}

    /** A message is played or sent, and that is the end. */
    public record SendAway(String message) implements Action {}

    /** For what is written: an answer from a template. */
    public record AutoAnswer(String template) implements Action {}
}
