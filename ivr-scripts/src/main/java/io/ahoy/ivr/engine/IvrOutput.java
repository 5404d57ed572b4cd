package io.ahoy.ivr.engine;

import java.time.Duration;
import java.util.List;

/**
 * What to do on the line. In a list of outputs at most the last one waits for the caller ({@link Play}, {@link Collect}) or ends the
 * script ({@link Enqueue}, {@link HangUp}); those before it are done at once.
 */
public sealed interface IvrOutput {

    /** The language in which prompts are played from now on. */
    record SetLanguage(String language) implements IvrOutput {}

    /**
     * Play these sounds, one after the other; then give {@link IvrInput.PromptPlayed}, or {@link IvrInput.Digit} if it may be
     * interrupted and was. A sound that cannot be played counts as played.
     */
    record Play(List<String> prompts, boolean interruptible) implements IvrOutput {
        public Play {
            prompts = List.copyOf(prompts);
        }
    }

    /** Wait in silence for one key; then give {@link IvrInput.Digit} or {@link IvrInput.NoDigit}. */
    record Collect(Duration timeout) implements IvrOutput {}

    /** The script is over: the caller waits in this queue and hears this class of music. */
    record Enqueue(String queue, String music) implements IvrOutput {}

    /** The script is over: hang up. */
    record HangUp() implements IvrOutput {}
}
