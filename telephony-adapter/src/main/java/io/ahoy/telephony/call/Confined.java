package io.ahoy.telephony.call;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same done for many: a bug that one call brings to light must not become the trouble of all others. */
final class Confined {
    private static final Logger log = LoggerFactory.getLogger(Confined.class);

    private Confined() {}

    /** @param about names the one that failed in the log */
    static <T> void each(Collection<T> items, Function<T, Object> about, Consumer<T> work) {
        for (T item : items) {
            try {
                work.accept(item);
            } catch (RuntimeException e) {
                log.error("failed for {}; the others go on", about.apply(item), e);
            }
        }
    }
}
