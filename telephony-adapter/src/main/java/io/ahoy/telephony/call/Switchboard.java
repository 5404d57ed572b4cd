package io.ahoy.telephony.call;

import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.channel.OwnOutputs;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Outlet;
import io.ahoy.telephony.ami.AmiEvent;
import io.ahoy.telephony.ami.AmiLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Between the router and Asterisk. Outputs become actions, events become inputs, all on one thread and in order; nothing here waits
 * for Asterisk or for the router. While Asterisk is not connected, or what is known has not been compared with it, outputs are kept.
 */
public final class Switchboard implements Outlet, VoiceControl, AutoCloseable {
    private final SwitchboardThread thread = new SwitchboardThread();
    private final Desk desk;
    private final Ringing ringing;
    private final Talks talks;
    private final Leaving leaving;
    private final Callbacks callbacks;
    private final Controls controls;
    private final InStep step;
    private final Map<InteractionId, PhoneState> shown = new ConcurrentHashMap<>();
    private final Kept kept;
    /** What is written instead of spoken is carried out elsewhere. */
    private final OwnOutputs own = new OwnOutputs(Set.of(Channel.VOICE, Channel.CALLBACK));

    /** Outputs that nobody would find out about after a restart, and that are not carried out yet. */
    private final AtomicInteger owed = new AtomicInteger();

    Switchboard(
            Exchange exchange,
            Phones phones,
            Newcomers newcomers,
            CallbackNumbers numbers,
            VoiceListener listener,
            InstantSource clock,
            Function<QueueId, String> music,
            QueueId defaultQueue,
            Duration reattachLimit) {
        desk = new Desk(exchange, phones, remembering(listener), clock, music, thread);
        kept = new Kept(desk);
        ringing = new Ringing(desk);
        talks = new Talks(desk, ringing, reattachLimit);
        leaving = new Leaving(desk);
        callbacks = new Callbacks(desk, numbers, ringing, talks, leaving);
        controls = new Controls(desk);
        Resync resync = new Resync(desk, talks, callbacks, newcomers, defaultQueue);
        step = new InStep(desk, kept, resync, thread, listener, this::act);
    }

    public static Switchboard over(
            AmiLink link,
            String trunk,
            Phones phones,
            Newcomers newcomers,
            CallbackNumbers numbers,
            VoiceListener listener,
            InstantSource clock,
            Function<QueueId, String> music,
            QueueId defaultQueue,
            Duration reattachLimit) {
        return new Switchboard(
                new AmiExchange(link, trunk),
                phones,
                newcomers,
                numbers,
                listener,
                clock,
                music,
                defaultQueue,
                reattachLimit);
    }

    public void reportTo(Intake router) {
        thread.post(() -> {
            desk.reportTo(router);
            step.begin();
        });
    }

    // ---- from the router

    /**
     * Of what a crash has kept us from doing, comparing makes up for all but this: to the router he is gone, so that he would be
     * taken for one who forgot to hang up, or for a new caller.
     */
    @Override
    public void replay(List<Output> outputs, Instant at) {
        owe(outputs);
        thread.post(() -> outputs.forEach(output -> {
            if (output instanceof Output.TransferOut out) {
                kept.keep(out, out.interaction());
            }
            if (output instanceof Output.Overflowed over && isForGood(over.action())) {
                kept.keep(over, over.interaction());
            }
        }));
    }

    /** What comparing does not make up for must be replayed after a restart in good order as well, while Asterisk is away. */
    @Override
    public boolean owes() {
        return owed.get() > 0;
    }

    private void owe(List<Output> outputs) {
        owed.addAndGet(
                (int) outputs.stream().filter(Switchboard::isFoundByNobody).count());
    }

    private static boolean isFoundByNobody(Output output) {
        return output instanceof Output.TransferOut
                || (output instanceof Output.Overflowed over && isForGood(over.action()));
    }

    private static boolean isForGood(Overflow.Action action) {
        return switch (action) {
            case Overflow.Voicemail voicemail -> true;
            case Overflow.SendAway away -> true;
            case Overflow.AutoAnswer answer -> true;
            case Overflow.ToQueue onwards -> false;
            case Overflow.OfferCallback offered -> false;
        };
    }

    @Override
    public void start(Image image, Instant now) {
        own.start(image);
        thread.post(() -> {
            image.interactions().forEach(this::see);
            step.imageKnown();
        });
    }

    @Override
    public void deliver(List<Output> outputs, Instant at) {
        List<Output> ours = own.of(outputs);
        owe(ours);
        thread.post(() -> Confined.each(ours, output -> output, this::take));
    }

    private void take(Output output) {
        switch (output) {
            case Output.InteractionChanged changed -> see(changed.interaction());
            case Output.Offer offer
            when isCall(offer.channel()) -> actOrKeep(offer, offer.id().interaction());
            case Output.Offer other -> {}
            case Output.Retract retract -> {
                kept.forget(retract.id());
                ringing.retract(retract.id());
            }
            case Output.Connect connect -> actOrKeep(connect, connect.id().interaction());
            case Output.HangUp hangUp -> actOrKeep(hangUp, hangUp.interaction());
            case Output.ReturnToLine back -> actOrKeep(back, back.interaction());
            case Output.TransferOut out -> actOrKeep(out, out.interaction());
            case Output.Reattach reattach -> actOrKeep(reattach, reattach.interaction());
            case Output.Overflowed overflowed -> actOrKeep(overflowed, overflowed.interaction());
            case Output.NotTaken not -> {}
            case Output.Interrupt interrupt -> {}
            case Output.Resume resume -> {}
            case Output.Announce announce -> {}
            case Output.SeatChanged seat -> {}
            case Output.SegmentChanged segment -> {}
            case Output.OfferEnded ended -> {}
        }
    }

    private void see(InteractionView view) {
        if (!isCall(view.channel())) {
            return;
        }
        desk.touch(view.id());
        if (view.state() == InteractionState.CLOSED) {
            desk.views.remove(view.id());
            shown.remove(view.id());
            return;
        }
        desk.views.put(view.id(), view);
        if (step.isReached()) {
            callbacks.seen(view);
        }
    }

    private static boolean isCall(Channel channel) {
        return channel == Channel.VOICE || channel == Channel.CALLBACK;
    }

    private void actOrKeep(Output output, InteractionId about) {
        desk.touch(about);
        if (step.isReached()) {
            act(output);
            return;
        }
        if (desk.views.containsKey(about)
                || output instanceof Output.TransferOut
                || output instanceof Output.Overflowed) {
            kept.keep(output, about);
        }
    }

    private void act(Output output) {
        if (isFoundByNobody(output)) {
            owed.decrementAndGet();
        }
        switch (output) {
            case Output.Offer offer when offer.channel() == Channel.CALLBACK -> callbacks.ringAgent(offer);
            case Output.Offer offer -> ringing.offer(offer);
            case Output.Connect connect when connect.ringLimit().isPresent() -> callbacks.dial(connect);
            case Output.Connect connect -> talks.connect(connect);
            case Output.HangUp hangUp -> talks.hangUp(hangUp.interaction());
            case Output.ReturnToLine back -> talks.returnToLine(back.interaction(), back.queue());
            case Output.TransferOut out -> talks.transferOut(out.interaction(), out.number());
            case Output.Reattach reattach -> talks.reattach(reattach.interaction(), reattach.agent());
            case Output.Overflowed overflowed
            when overflowed.action() instanceof Overflow.OfferCallback -> callbacks.offer(overflowed.interaction());
            case Output.Overflowed overflowed -> leaving.overflowed(overflowed.interaction(), overflowed.action());
            case Output.NotTaken not -> {}
            case Output.Interrupt interrupt -> {}
            case Output.Resume resume -> {}
            case Output.Announce announce -> {}
            case Output.Retract retract -> ringing.retract(retract.id());
            case Output.SeatChanged seat -> {}
            case Output.InteractionChanged changed -> {}
            case Output.SegmentChanged segment -> {}
            case Output.OfferEnded ended -> {}
        }
    }

    // ---- from Asterisk

    /** For the AMI link: hands over; waits only while thousands of events are unread. */
    public void hear(AmiEvent event) {
        if (event instanceof AmiEvent.LinkDirty) {
            // Also from the JDK's timer thread, which must never wait.
            thread.post(() -> on(event));
            return;
        }
        thread.postEvent(() -> on(event));
    }

    private void on(AmiEvent event) {
        switch (event) {
            case AmiEvent.LinkUp up -> step.linkUp();
            case AmiEvent.LinkDown down -> step.linkDown(down.why());
            case AmiEvent.LinkDirty dirty -> step.linkDirty(dirty.why());
            case AmiEvent.Booted booted -> step.booted(booted.uptime());
            case AmiEvent.PhoneCame came -> desk.listener.phoneCame(came.endpoint());
            case AmiEvent.Created created -> {
                leg(created.channel()).ifPresent(leg -> ringing.created(leg, created.name()));
                desk.book.customer(created.channel()).ifPresent(call -> callbacks.created(call, created.name()));
            }
            case AmiEvent.Dialled dialled -> leg(dialled.channel()).ifPresent(ringing::dialled);
            case AmiEvent.InDialplan at -> {
                leg(at.channel()).filter(ringing::ready).ifPresent(talks::rejoin);
                desk.book.customer(at.channel()).ifPresent(callbacks::answered);
            }
            case AmiEvent.RingEnded end -> {
                leg(end.channel()).ifPresent(leg -> ringing.ringEnded(leg, end.answered()));
                desk.book.customer(end.channel()).ifPresent(call -> callbacks.ringEnded(call, end.answered()));
            }
            case AmiEvent.Joined joined -> {
                touch(joined.channel());
                desk.book.customer(joined.channel()).ifPresent(talks::joinedBridge);
            }
            case AmiEvent.Left left -> {
                touch(left.channel());
                talks.left(left.channel());
            }
            case AmiEvent.Gone gone -> gone(gone);
            case AmiEvent.HangupAsked asked -> {
                touch(asked.channel());
                desk.book.customer(asked.channel()).ifPresent(call -> call.hungUp = true);
            }
            case AmiEvent.KeyPressed pressed ->
                desk.book.customer(pressed.channel()).ifPresent(call -> callbacks.keyPressed(call, pressed.key()));
        }
    }

    private void gone(AmiEvent.Gone gone) {
        touch(gone.channel());
        leg(gone.channel()).ifPresent(leg -> {
            desk.book.remove(leg);
            if (leg.stage == Leg.Stage.RINGING) {
                ringing.ended(leg, gone.cause());
            } else {
                talks.legGone(leg, gone.cause());
                callbacks.legGone(leg);
            }
        });
        desk.book.customer(gone.channel()).ifPresent(talks::customerGone);
    }

    private Optional<Leg> leg(String channel) {
        touch(channel);
        return desk.book.leg(channel);
    }

    private void touch(String channel) {
        desk.book.interactionOf(channel).ifPresent(desk::touch);
    }

    // ---- from the IVR

    /** A caller is being greeted: if he hangs up meanwhile he never was in a line. */
    public void greeted(InteractionId interaction, String channel, String name, CallerId caller) {
        thread.post(() -> {
            desk.book.add(new Call(interaction, channel, name, caller, Call.Stage.IN_IVR));
            desk.touch(interaction);
        });
    }

    /**
     * He enters a line. Completes with false if he has hung up, exceptionally if the router did not take him (then the next
     * comparisons report him again).
     */
    public CompletableFuture<Boolean> enterLine(Waiting waiting) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        thread.post(() -> {
            Optional<Call> call = desk.book.call(waiting.interaction());
            if (call.isEmpty() || call.get().hungUp) {
                taken.complete(false);
                return;
            }
            call.get().stage = Call.Stage.IN_LINE;
            call.get().shown = waiting.shown();
            call.get().wish = waiting.wish();
            desk.touch(waiting.interaction());
            desk.arrive(call.get(), waiting.queue(), waiting.arrivedAt(), taken);
        });
        return taken;
    }

    /** The IVR sends him away without a line. */
    public void dismissed(InteractionId interaction) {
        thread.post(() -> desk.book.call(interaction).ifPresent(desk.book::remove));
    }

    // ---- from the desktop

    @Override
    public CompletableFuture<Void> mute(InteractionId interaction, boolean muted) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        thread.post(() -> controls.mute(interaction, muted, done));
        return done;
    }

    @Override
    public CompletableFuture<Void> hold(InteractionId interaction, boolean held) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        thread.post(() -> controls.hold(interaction, held, done));
        return done;
    }

    @Override
    public PhoneState stateOf(InteractionId interaction) {
        return shown.getOrDefault(interaction, PhoneState.plain(interaction));
    }

    @Override
    public boolean isUp() {
        return step.isReached();
    }

    @Override
    public void close() {
        thread.close();
    }

    private VoiceListener remembering(VoiceListener outer) {
        return new VoiceListener() {
            @Override
            public void phone(PhoneState state) {
                if (desk.views.containsKey(state.interaction())) {
                    shown.put(state.interaction(), state);
                }
                outer.phone(state);
            }

            @Override
            public void phoneCame(String endpoint) {
                outer.phoneCame(endpoint);
            }
        };
    }
}
