package io.ahoy.telephony.call;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ConnectFailure;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferFailure;
import io.ahoy.router.acd.OfferId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Compares three pictures of the same calls: Asterisk's list of channels, which is the truth; the call book, which is brought in line
 * with it; and the router's, which is told what it missed, by ordinary inputs. Computes only; acting on the findings is the
 * switchboard's. What changed while the list was on its way is left to the events and to the next comparison.
 */
final class Reconciler {
    private static final String LINE = "ahoy-wait";
    private static final String GREETING = "ahoy-greet";
    private static final String OUT = "ahoy-out";
    private static final String HELD = "ahoy-held";
    private static final String LEAVE = "ahoy-leave";

    private final CallBook book;
    private final Map<InteractionId, InteractionView> views;
    private final ChannelList list;
    private final Predicate<InteractionId> unsettled;
    private final Predicate<InteractionId> postponed;
    private final Optional<Instant> startedAt;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param unsettled something happened to it since the list was asked for
     * @param postponed an output about it waits to be carried out
     * @param startedAt when Asterisk started, if known: calls of before then died with it
     */
    Reconciler(
            CallBook book,
            Map<InteractionId, InteractionView> views,
            List<ChannelStatus> channels,
            Predicate<InteractionId> unsettled,
            Predicate<InteractionId> postponed,
            Optional<Instant> startedAt) {
        this.book = book;
        this.views = views;
        list = new ChannelList(channels);
        this.unsettled = unsettled;
        this.postponed = postponed;
        this.startedAt = startedAt;
    }

    List<Finding> compare() {
        Confined.each(list.all(), status -> status, this::adopt);
        book.calls().stream().filter(call -> isGone(call.channel, call.id)).forEach(book::remove);
        book.legs().stream().filter(leg -> isGone(leg.channel, leg.interaction)).forEach(book::remove);
        Confined.each(book.calls(), call -> call, this::findItsLeg);
        List<InteractionView> settled = views.values().stream()
                .filter(view -> !unsettled.test(view.id()))
                .toList();
        Confined.each(settled, view -> view, this::judge);
        Confined.each(list.all(), status -> status, this::judge);
        return findings;
    }

    // ---- bringing the book in line

    private void adopt(ChannelStatus status) {
        if (Leg.isOurs(status.channel())) {
            adoptLeg(status);
            return;
        }
        Optional<InteractionId> id = identity(status);
        Optional<Call> known = book.customer(status.channel());
        // Of one who is called back the channel's beginning may have been missed.
        known.ifPresent(call -> call.name = status.name());
        // Who is called back may still hear the goodbye of the call in which he chose so.
        boolean isEarlier =
                status.context().equals(LEAVE) && id.flatMap(book::call).isPresent();
        if (id.isEmpty() || known.isPresent() || isEarlier) {
            return;
        }
        CallerId shown = new CallerId(
                status.variable(Exchange.NAME).orElse(""),
                status.variable(Exchange.NUMBER).or(status::callerNumber).orElse(""));
        Call call = new Call(
                id.get(),
                status.channel(),
                status.name(),
                shown,
                stage(status, Optional.ofNullable(views.get(id.get()))));
        call.callbackOffered = status.variable(Exchange.CALLBACK).isPresent();
        book.add(call);
    }

    private void adoptLeg(ChannelStatus status) {
        if (book.leg(status.channel()).isEmpty()) {
            Optional<AgentId> agent =
                    Leg.interactionIn(status.channel()).map(views::get).flatMap(InteractionView::agent);
            agent.flatMap(who -> Leg.found(status.channel(), who)).ifPresent(leg -> {
                leg.stage = isJoined(status) ? Leg.Stage.JOINED : Leg.Stage.RINGING;
                book.add(leg);
            });
        }
        // Its beginning may have been missed also of one that we rang ourselves.
        book.leg(status.channel()).ifPresent(leg -> {
            leg.created = true;
            leg.name = status.name();
        });
    }

    private static Call.Stage stage(ChannelStatus status, Optional<InteractionView> view) {
        if (status.context().equals(OUT)) {
            return Call.Stage.OUT;
        }
        if (status.context().equals(LEAVE)) {
            return Call.Stage.LEAVING;
        }
        if (Dialled.offerIn(status.channel()).isPresent()
                && view.filter(Reconciler::isCalledBack).isPresent()) {
            return Call.Stage.DIALLED;
        }
        if (view.isPresent()) {
            return switch (view.get().state()) {
                case WAITING, OFFERED, CONNECTING -> Call.Stage.IN_LINE;
                case ACTIVE, INTERRUPTED -> Call.Stage.TALKING;
                // Whoever chose a callback is done with this call.
                case SCHEDULED, WRAP_UP, CLOSED -> Call.Stage.LEAVING;
            };
        }
        if (status.context().equals(GREETING)) {
            return Call.Stage.IN_IVR;
        }
        return status.bridge().isPresent() ? Call.Stage.LEAVING : Call.Stage.IN_LINE;
    }

    /** Not one who was reached and then transferred to a queue: he waits on the same channel, as any other caller. */
    private static boolean isCalledBack(InteractionView view) {
        return view.channel() == Channel.CALLBACK && view.state() == InteractionState.CONNECTING;
    }

    private void findItsLeg(Call call) {
        if (call.stage != Call.Stage.TALKING || call.leg.filter(book::holds).isPresent() || unsettled.test(call.id)) {
            return;
        }
        call.leg = book.legsOf(call.id).stream()
                .filter(leg -> leg.stage == Leg.Stage.JOINED && !leg.unwanted)
                .findFirst();
        if (call.leg.isEmpty()) {
            // Muted and held stay as they are, for the agent's return.
            return;
        }
        call.held = call.leg.isPresent() && list.inContext(call.channel, HELD);
        call.muted = call.leg.filter(leg -> list.isMuted(leg.channel)).isPresent();
        if (call.held || call.muted) {
            findings.add(new Finding.Unshown(call));
        }
    }

    private boolean isGone(String channel, InteractionId id) {
        return !list.holds(channel) && !unsettled.test(id);
    }

    // ---- telling the router what it missed

    private void judge(InteractionView view) {
        Optional<Call> call = book.call(view.id());
        if (view.channel() == Channel.CALLBACK && judgedAsCallback(view, call)) {
            return;
        }
        if (call.isEmpty()) {
            judgeAbsent(view);
            return;
        }
        switch (view.state()) {
            case WAITING -> judgeWaiting(call.get());
            case OFFERED -> judgeOffered(view);
            case CONNECTING -> judgeConnecting(view, call.get());
            case ACTIVE, INTERRUPTED -> judgeActive(call.get());
            case SCHEDULED, WRAP_UP, CLOSED -> judgeOver(call.get());
        }
    }

    /** Whether all is said; in a conversation it is a call like others. */
    private boolean judgedAsCallback(InteractionView view, Optional<Call> call) {
        return switch (view.state()) {
            case WAITING, SCHEDULED -> {
                judgeLeaver(call);
                call.filter(Reconciler::isDialled).ifPresent(known -> findings.add(new Finding.Stray(known.channel)));
                yield true;
            }
            case OFFERED -> {
                judgeLeaver(call);
                judgeOffered(view);
                yield true;
            }
            case CONNECTING -> {
                judgeLeaver(call);
                judgeDialled(view);
                yield true;
            }
            case ACTIVE, INTERRUPTED, WRAP_UP, CLOSED -> false;
        };
    }

    /** He chose to be called back; the call in which he did so has to end. */
    private void judgeLeaver(Optional<Call> call) {
        call.filter(known -> !isDialled(known) && !list.inContext(known.channel, LEAVE))
                .ifPresent(known -> findings.add(new Finding.Chose(known)));
    }

    private static boolean isDialled(Call call) {
        return Dialled.offerIn(call.channel).isPresent();
    }

    /** While his telephone rings nothing is lost; the router waits for it no longer than is right. */
    private void judgeDialled(InteractionView view) {
        if (postponed.test(view.id())) {
            return;
        }
        OfferId offer = view.offer().orElseThrow();
        Optional<Leg> leg = book.leg(Leg.channelOf(offer));
        Optional<Call> call = book.customer(Dialled.channelOf(offer));
        if (call.isEmpty()) {
            leg.ifPresent(waiting -> findings.add(new Finding.Stray(waiting.channel)));
            report(new Input.ConnectFailed(offer, ConnectFailure.LOST_IN_RESTART));
            return;
        }
        if (leg.isPresent() && !list.isAnswered(call.get().channel)) {
            return;
        }
        judgeConnecting(view, call.get());
        if (call.get().stage != Call.Stage.TALKING) {
            findings.add(new Finding.Stray(call.get().channel));
        }
    }

    private void judgeAbsent(InteractionView view) {
        boolean diedWithAsterisk =
                startedAt.filter(at -> at.isAfter(view.since())).isPresent();
        EndCause cause = diedWithAsterisk ? EndCause.PBX_FAILED : EndCause.ENDED_UNSEEN;
        switch (view.state()) {
            case WAITING, OFFERED, CONNECTING -> report(new Input.Abandoned(view.id(), cause));
            case ACTIVE, INTERRUPTED -> report(new Input.Ended(view.id(), cause));
            case SCHEDULED, WRAP_UP, CLOSED -> {}
        }
    }

    private void judgeWaiting(Call call) {
        Optional<ChannelStatus> listed = list.status(call.channel);
        if (listed.isEmpty() || postponed.test(call.id)) {
            return;
        }
        ChannelStatus status = listed.get();
        boolean hearsMusic =
                status.context().equals(LINE) && !status.extension().equals("after");
        boolean isGreeted = status.context().equals(GREETING);
        if ((!hearsMusic && !isGreeted) || status.bridge().isPresent()) {
            findings.add(new Finding.Misplaced(call, status));
        }
        call.stage = Call.Stage.IN_LINE;
    }

    private void judgeOffered(InteractionView view) {
        if (postponed.test(view.id())) {
            return;
        }
        OfferId offer = view.offer().orElseThrow();
        Optional<Leg> leg = book.leg(Leg.channelOf(offer));
        if (leg.isEmpty()) {
            report(new Input.OfferFailed(offer, OfferFailure.LOST_IN_RESTART));
        } else if (isAnswered(leg.get())) {
            leg.get().stage = Leg.Stage.ANSWERED;
            report(new Input.OfferAccepted(offer));
        }
    }

    private void judgeConnecting(InteractionView view, Call call) {
        if (postponed.test(view.id())) {
            return;
        }
        OfferId offer = view.offer().orElseThrow();
        Optional<Leg> leg = book.leg(Leg.channelOf(offer));
        if (leg.isPresent()
                && list.bridgeOf(call.channel).isPresent()
                && list.bridgeOf(call.channel).equals(list.bridgeOf(leg.get().channel))) {
            leg.get().stage = Leg.Stage.JOINED;
            call.leg = leg;
            call.stage = Call.Stage.TALKING;
            report(new Input.Connected(offer));
            return;
        }
        leg.ifPresent(unjoined -> findings.add(new Finding.Stray(unjoined.channel)));
        report(new Input.ConnectFailed(offer, ConnectFailure.LOST_IN_RESTART));
    }

    private void judgeActive(Call call) {
        boolean knownToWait = call.stage == Call.Stage.TALKING && call.losses > 0;
        call.stage = Call.Stage.TALKING;
        findItsLeg(call);
        if (call.leg.isEmpty() && !knownToWait && !postponed.test(call.id)) {
            findings.add(new Finding.Alone(call));
        }
    }

    private void judgeOver(Call call) {
        boolean leaves = list.inContext(call.channel, OUT) || list.inContext(call.channel, LEAVE);
        if (!leaves && !postponed.test(call.id)) {
            findings.add(new Finding.Stray(call.channel));
        }
    }

    // ---- channels without a counterpart

    private void judge(ChannelStatus status) {
        // The book before the channel's own variable: should that have been lost on the way to Asterisk, he would be a
        // second caller.
        Optional<InteractionId> of = book.interactionOf(status.channel())
                .or(() -> Leg.interactionIn(status.channel()))
                .or(() -> identity(status));
        if (of.filter(unsettled.or(postponed)).isPresent()) {
            return;
        }
        if (Leg.isOurs(status.channel())) {
            if (!isWanted(status)) {
                findings.add(new Finding.Stray(status.channel()));
            }
            return;
        }
        boolean inLine = status.context().equals(LINE) && status.bridge().isEmpty();
        if (!inLine || status.extension().equals("after")) {
            return;
        }
        if (of.isEmpty()) {
            findings.add(new Finding.Nameless(status));
            return;
        }
        Optional<Call> call = book.call(of.get());
        if (call.isPresent() && !views.containsKey(of.get())) {
            call.get().stage = Call.Stage.IN_LINE;
            findings.add(new Finding.Unreported(call.get(), status));
        }
    }

    private boolean isWanted(ChannelStatus status) {
        Optional<InteractionView> view = Leg.interactionIn(status.channel()).map(views::get);
        Optional<Leg> leg = book.leg(status.channel());
        if (view.isEmpty() || leg.isEmpty() || leg.get().unwanted) {
            return false;
        }
        InteractionState state = view.get().state();
        boolean ofOpenOffer = view.get()
                .offer()
                .map(Leg::channelOf)
                .filter(status.channel()::equals)
                .isPresent();
        return switch (state) {
            case OFFERED, CONNECTING -> ofOpenOffer;
            case ACTIVE, INTERRUPTED -> ofOpenOffer || leg.get().offer.isEmpty();
            case WAITING, SCHEDULED, WRAP_UP, CLOSED -> false;
        };
    }

    // ---- reading the list

    private void report(Input input) {
        findings.add(new Finding.Report(input));
    }

    private boolean isAnswered(Leg leg) {
        return leg.stage == Leg.Stage.RINGING && list.isAnswered(leg.channel);
    }

    private static boolean isJoined(ChannelStatus status) {
        return status.bridge().isPresent() || status.extension().equals(Exchange.Place.AGENT_HELD.extension);
    }

    static Optional<InteractionId> identity(ChannelStatus status) {
        return status.variable(Exchange.IID).flatMap(text -> {
            try {
                return Optional.of(new InteractionId(UUID.fromString(text)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
