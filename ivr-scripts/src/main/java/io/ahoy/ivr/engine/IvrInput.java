package io.ahoy.ivr.engine;

import java.util.Optional;

/** What happens on the line. An input that fits no more (a key after the hang-up) is legal and changes nothing. */
public sealed interface IvrInput {

    /**
     * The call was answered; always the first input.
     *
     * @param to the number dialled
     * @param from the caller's number as E.164, unless withheld or unreadable
     * @param language of the customer, if he is known and it is: {@code de} or {@code de-AT}
     * @param vip whether he is a customer of importance
     */
    record Started(String to, Optional<String> from, Optional<String> language, boolean vip) implements IvrInput {}

    /** The prompts of the last {@link IvrOutput.Play} were heard to the end. */
    record PromptPlayed() implements IvrInput {}

    /** A key, during an interruptible {@link IvrOutput.Play} (which stops then) or after an {@link IvrOutput.Collect}. */
    record Digit(char key) implements IvrInput {}

    /** The time of {@link IvrOutput.Collect} is up. */
    record NoDigit() implements IvrInput {}

    /** The caller hung up. */
    record HungUp() implements IvrInput {}
}
