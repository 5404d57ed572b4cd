package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** When an interaction does not wait, or no longer, in a queue, and what becomes of it instead. The first that applies counts. */
public record Overflow(When when, Action action) {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "full", value = Full.class),
        @JsonSubTypes.Type(name = "closed", value = Closed.class),
        @JsonSubTypes.Type(name = "closing", value = Closing.class),
        @JsonSubTypes.Type(name = "noAgent", value = NoAgent.class),
        @JsonSubTypes.Type(name = "waited", value = Waited.class),
        @JsonSubTypes.Type(name = "estimatedOver", value = EstimatedOver.class)
    })
    public sealed interface When {}

    /** On entry: so many wait already; 0 is always so. */
    public record Full(int waiting) implements When {}

    /** On entry: outside the queue's calendar. */
    public record Closed() implements When {}

    /** For those who still wait when its hours end. */
    public record Closing() implements When {}

    /** On entry, or when the last one leaves: nobody is signed in who could take it, after all widening. */
    public record NoAgent() implements When {}

    /** So long after the entry into the queue. */
    public record Waited(Duration after) implements When {}

    /** On entry: the estimated wait is longer. */
    public record EstimatedOver(Duration limit) implements When {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "toQueue", value = ToQueue.class),
        @JsonSubTypes.Type(name = "voicemail", value = Voicemail.class),
        @JsonSubTypes.Type(name = "offerCallback", value = OfferCallback.class),
        @JsonSubTypes.Type(name = "sendAway", value = SendAway.class),
        @JsonSubTypes.Type(name = "autoAnswer", value = AutoAnswer.class)
    })
    public sealed interface Action {}

    public record ToQueue(String queue) implements Action {}

    public record Voicemail(String box) implements Action {}

    /** The customer may leave the line and keep his place; he waits on meanwhile. */
    public record OfferCallback() implements Action {}

    /** A message is played or sent, and that is the end. */
    public record SendAway(String message) implements Action {}

    /** For what is written: an answer from a template. */
    public record AutoAnswer(String template) implements Action {}
}
