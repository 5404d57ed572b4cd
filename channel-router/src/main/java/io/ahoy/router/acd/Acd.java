package io.ahoy.router.acd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The router's mind: state + input + now → outputs. */
public final class Acd {
    private final Image image;

    private Acd(Image image) {
        this.image = image;
    }

    public static Acd of(Image image) {
        return new Acd(image);
    }

    /** What follows from this input; nothing when it no longer fits. */
    public List<Output> apply(Input input, Instant now) {
        return List.of();
    }

    /** Lets every deadline up to now run out. */
    public List<Output> tick(Instant now) {
        return List.of();
    }

    public Optional<Instant> nextDeadline() {
        return Optional.empty();
    }

    public Image image() {
        return image;
    }
}
