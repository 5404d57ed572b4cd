package io.ahoy.desktop.feed;

import io.ahoy.crm.team.Overflow;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Widening;
import io.ahoy.desktop.feed.Frame.Next;
import io.ahoy.router.acd.InteractionView;
import java.time.Instant;
import java.util.Optional;

/** What it is that comes by itself to one who waits, found in the rules of his queue by the moment at which it comes. */
final class NextStep {
    private NextStep() {}

    /** Nothing where it cannot be told, as after a change of the queue that the router has not followed yet. */
    static Optional<Next> of(InteractionView interaction, Queue queue) {
        return interaction
                .due()
                .flatMap(due -> widening(interaction, queue, due)
                        .or(() -> waitedLongEnough(interaction, queue, due))
                        .or(() -> closing(queue)));
    }

    private static Optional<Next> widening(InteractionView interaction, Queue queue, Instant due) {
        return queue.widening().stream()
                .skip(interaction.step())
                .findFirst()
                .filter(step -> interaction.enteredAt().plus(step.after()).equals(due))
                .map(Widening::changes)
                .map(Next.Widens::new);
    }

    private static Optional<Next> waitedLongEnough(InteractionView interaction, Queue queue, Instant due) {
        return queue.overflow().stream()
                .filter(step -> step.when() instanceof Overflow.Waited(var after)
                        && interaction.enteredAt().plus(after).equals(due))
                .findFirst()
                .map(step -> new Next.Overflows(step.action()));
    }

    /** The only thing left that has a time. */
    private static Optional<Next> closing(Queue queue) {
        return queue.overflow().stream()
                .filter(step -> step.when() instanceof Overflow.Closing)
                .findFirst()
                .filter(step -> queue.calendar().isPresent())
                .map(step -> new Next.Closes(step.action()));
    }
}
