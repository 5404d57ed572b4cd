package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts customers as they come and go: nobody is lost, nobody is closed twice. */
final class Tally {
    private final SortedSet<InteractionId> arrived = new TreeSet<>();
    private final SortedSet<InteractionId> closed = new TreeSet<>();
    private int answered;

    void before(Chaos.Step step, Image image) {
        if (step.input().orElse(null) instanceof Input.Arrived in) {
            arrived.add(in.interaction());
        }
        assertThat(image.interactions().size() + closed.size()).isLessThanOrEqualTo(arrived.size());
    }

    void after(Image image, List<Output> said) {
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged changed
                    && changed.interaction().state() == InteractionState.CLOSED) {
                assertThat(closed.add(changed.interaction().id()))
                        .as("%s closed twice", changed.interaction())
                        .isTrue();
            }
            if (output instanceof Output.InteractionChanged changed
                    && changed.interaction().state() == InteractionState.ACTIVE) {
                answered++;
            }
        }
        SortedSet<InteractionId> present = new TreeSet<>(closed);
        image.interactions().forEach(view -> present.add(view.id()));
        assertThat(present).as("arrived = present + closed").isEqualTo(arrived);
    }

    int answered() {
        return answered;
    }
}
