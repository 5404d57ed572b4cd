package io.ahoy.ivr.script;

/** What can be asked of a call in a {@link Node.Decide}. */
public sealed interface Condition {

    /** The customer is a customer of importance. */
    record Vip() implements Condition {}

    /** The number dialled ends with these digits. */
    record Called(String ending) implements Condition {}

    /** The caller's number, as E.164, begins with this: {@code +4930}. */
    record CallsFrom(String beginning) implements Condition {}

    /** This language is spoken now. */
    record Speaks(String language) implements Condition {}
}
