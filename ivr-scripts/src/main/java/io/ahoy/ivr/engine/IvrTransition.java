package io.ahoy.ivr.engine;

import java.util.List;

/** What one input leads to. No outputs: the input did not fit and nothing changed, or the script is over. */
public record IvrTransition(IvrState state, List<IvrOutput> outputs) {
    public IvrTransition {
        outputs = List.copyOf(outputs);
    }
}
