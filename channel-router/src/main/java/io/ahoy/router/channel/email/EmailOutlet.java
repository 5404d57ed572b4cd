package io.ahoy.router.channel.email;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.channel.OwnOutputs;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out what the router wants of mails. A mail needs no legs to be joined: who accepts it has it before him at once, and it ends
 * when he says so.
 */
final class EmailOutlet implements Outlet {
    private final CompletableFuture<Intake> router;
    private final Answers answers;
    private final OwnOutputs own = new OwnOutputs(Set.of(Channel.EMAIL));
    /** Mails that have not ended; others' outputs are none of ours. */
    private final Set<InteractionId> mails = new HashSet<>();

    EmailOutlet(CompletableFuture<Intake> router, Answers answers) {
        this.router = router;
        this.answers = answers;
    }

    /** Told of mails that an overflow has closed, to be answered by this template. Never blocks. */
    interface Answers {
        void closed(UUID interaction, String queue, String template);
    }

    /** Somebody accepted, and Ahoy ended before he had it. */
    @Override
    public void start(Image image, Instant now) {
        own.start(image);
        image.interactions().stream()
                .filter(view -> view.channel() == Channel.EMAIL)
                .forEach(view -> {
                    mails.add(view.id());
                    if (view.state() == InteractionState.CONNECTING) {
                        view.offer().ifPresent(offer -> tell(new Input.Connected(offer)));
                    }
                });
    }

    @Override
    public void deliver(List<Output> outputs, Instant at) {
        List<Output> ours = own.of(outputs);
        ours.forEach(this::remember);
        ours.forEach(this::carryOut);
        ours.forEach(this::forget);
    }

    private void remember(Output output) {
        if (output instanceof Output.InteractionChanged(InteractionView view)) {
            mails.add(view.id());
        }
    }

    private void forget(Output output) {
        if (output instanceof Output.InteractionChanged(InteractionView view)
                && view.state() == InteractionState.CLOSED) {
            mails.remove(view.id());
        }
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Connect connect
            when mails.contains(connect.id().interaction()) -> tell(new Input.Connected(connect.id()));
            case Output.HangUp hangUp
            when mails.contains(hangUp.interaction()) ->
                tell(new Input.Ended(hangUp.interaction(), EndCause.AGENT_HUNG_UP));
            case Output.Overflowed overflowed
            when mails.contains(overflowed.interaction())
                    && overflowed.action() instanceof Overflow.AutoAnswer answer ->
                answers.closed(
                        overflowed.interaction().value(), overflowed.queue().value(), answer.template());
            // The desktop shows offers, and what was set aside; the history keeps the rest.
            case Output.Connect ignored -> {}
            case Output.HangUp ignored -> {}
            case Output.Overflowed ignored -> {}
            case Output.Offer ignored -> {}
            case Output.Retract ignored -> {}
            case Output.ReturnToLine ignored -> {}
            case Output.TransferOut ignored -> {}
            case Output.Reattach ignored -> {}
            case Output.Interrupt ignored -> {}
            case Output.Resume ignored -> {}
            case Output.Announce ignored -> {}
            case Output.NotTaken ignored -> {}
            case Output.SeatChanged ignored -> {}
            case Output.InteractionChanged ignored -> {}
            case Output.SegmentChanged ignored -> {}
            case Output.OfferEnded ignored -> {}
        }
    }

    /** Without waiting: the router may be waiting for us. */
    private void tell(Input input) {
        router.thenAccept(intake -> intake.submit(input));
    }
}
