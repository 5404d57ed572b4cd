package io.ahoy.telephony.agi;

import io.ahoy.ivr.engine.IvrEngine;
import io.ahoy.ivr.engine.IvrInput;
import io.ahoy.ivr.engine.IvrOutput;
import io.ahoy.ivr.engine.IvrState;
import io.ahoy.ivr.engine.IvrTransition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiException;

/** Runs the script's engine on a line: its outputs become AGI commands, the caller's keys its inputs. */
final class IvrDriver {
    private final IvrEngine engine;
    private final AgiLine line;
    private final InstantSource clock;
    private Duration dialogue = Duration.ZERO;

    IvrDriver(IvrEngine engine, AgiLine line, InstantSource clock) {
        this.engine = engine;
        this.line = line;
        this.clock = clock;
    }

    /** Until the script is over; empty means that it hangs up. A caller who hangs up ends it by the exception. */
    Optional<IvrOutput.Enqueue> run(IvrInput.Started call) throws AgiException {
        IvrState state = IvrState.NEW;
        IvrInput next = call;
        while (true) {
            IvrTransition transition = engine.step(state, next, clock.instant());
            state = transition.state();
            Optional<IvrInput> heard = Optional.empty();
            for (IvrOutput output : transition.outputs()) {
                switch (output) {
                    case IvrOutput.SetLanguage(String language) -> line.set("CHANNEL(language)", language);
                    case IvrOutput.Play play -> heard = talk(() -> play(play));
                    case IvrOutput.Collect collect -> heard = talk(() -> collect(collect));
                    case IvrOutput.Enqueue enqueue -> {
                        return Optional.of(enqueue);
                    }
                    case IvrOutput.HangUp hangUp -> {
                        return Optional.empty();
                    }
                }
            }
            next = heard.orElseThrow(() -> new IllegalStateException("the script stopped without an end"));
        }
    }

    /** How long prompts were played and keys awaited; our own work between them is not in it. */
    Duration dialogue() {
        return dialogue;
    }

    private Optional<IvrInput> talk(Talk talk) throws AgiException {
        Instant began = clock.instant();
        IvrInput heard = talk.heard();
        dialogue = dialogue.plus(Duration.between(began, clock.instant()));
        return Optional.of(heard);
    }

    private interface Talk {
        IvrInput heard() throws AgiException;
    }

    private IvrInput play(IvrOutput.Play play) throws AgiException {
        for (String prompt : play.prompts()) {
            // The folder of this product's sounds, in each language.
            char key = line.play("ahoy/" + prompt, play.interruptible());
            if (key != 0) {
                return new IvrInput.Digit(key);
            }
        }
        return new IvrInput.PromptPlayed();
    }

    private IvrInput collect(IvrOutput.Collect collect) throws AgiException {
        char key = line.key(Math.toIntExact(collect.timeout().toMillis()));
        return key == 0 ? new IvrInput.NoDigit() : new IvrInput.Digit(key);
    }
}
