package io.ahoy.desktop.feed;

import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.History;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Frame.InteractionFrame;
import io.ahoy.desktop.feed.Frame.Notice;
import io.ahoy.desktop.feed.Frame.SeatFrame;
import io.ahoy.desktop.web.Json;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.shell.Outlet;
import io.ahoy.telephony.call.ChosenPhones;
import io.ahoy.telephony.call.ChosenPhones.Device;
import io.ahoy.telephony.call.PhoneState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the picture and pushes it. Everything here happens on one thread of its own, so nothing needs a lock. */
public final class Feed implements Outlet, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feed").factory());
    private final Picture picture = new Picture();
    private final Lines lines = new Lines();
    private final Map<AgentId, Optional<InteractionId>> shown = new HashMap<>();
    private final ChosenPhones phones;
    private final Json json;
    private final InstantSource clock;
    private final Supplier<Roster> roster;
    private final Function<InteractionId, Optional<Object>> pops;
    private final Executor threads;
    private final Callers callers;
    private final FiguresToday figures;
    private final OwnView own;
    private final Presence presence;
    private final BoardPush boardPush;
    private final Sockets sockets;

    /**
     * What the feed stands on.
     *
     * @param roster the team as last read
     * @param pops what an agent is shown of an interaction's customer and past; blocks, and is asked on {@code threads}
     * @param threads virtual threads for everything that blocks
     * @param submit hands an input to the router without waiting for it
     */
    public record Ground(
            Json json,
            InstantSource clock,
            ZoneId zone,
            String build,
            History history,
            Figures figures,
            Supplier<Roster> roster,
            ChosenPhones phones,
            Function<InteractionId, Optional<Object>> pops,
            Executor threads,
            Consumer<Input> submit) {}

    public Feed(Ground ground) {
        this.phones = ground.phones();
        this.json = ground.json();
        this.clock = ground.clock();
        this.roster = ground.roster();
        this.pops = ground.pops();
        this.threads = ground.threads();
        this.callers = new Callers(ground.history(), threads, id -> onThread(() -> callerKnown(id)));
        this.figures =
                new FiguresToday(ground.figures(), ground.zone(), clock, threads, () -> onThread(this::figuresRead));
        this.own = new OwnView(picture, callers, lines, phones);
        this.sockets = new Sockets(json, clock, ground.build());
        this.presence = new Presence(
                picture::seat,
                agent -> phones.deviceOf(agent) == Device.BROWSER,
                sockets::has,
                ground.submit(),
                thread);
        this.boardPush = new BoardPush(figures, this::pushBoard, clock, thread);
        thread.scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Picture picture() {
        return picture;
    }

    // ---- from the router

    @Override
    public void start(Image image, Instant now) {
        await(() -> {
            picture.start(image);
            image.interactions().forEach(interaction -> callers.look(interaction.id()));
            presence.started(image.seats());
        });
    }

    /** Waits until it is applied, so that a burst is slowed down here instead of growing a queue. */
    @Override
    public void deliver(List<Output> outputs, Instant at) {
        await(() -> apply(outputs));
    }

    private void apply(List<Output> outputs) {
        boolean changed = false;
        boolean figuresChanged = false;
        Set<AgentId> seats = new LinkedHashSet<>();
        Set<InteractionId> interactions = new LinkedHashSet<>();
        for (Output output : outputs) {
            changed |= picture.apply(output);
            switch (output) {
                case Output.SeatChanged(SeatView seat) -> seats.add(seat.agent());
                case Output.InteractionChanged(InteractionView interaction) -> interactions.add(interaction.id());
                case Output.SegmentChanged ignored -> figuresChanged = true;
                case Output.OfferEnded ended -> tellIfMissed(ended);
                case Output.Offer ignored -> {}
                case Output.Retract ignored -> {}
                case Output.Connect ignored -> {}
                case Output.HangUp ignored -> {}
                case Output.ReturnToLine ignored -> {}
                case Output.TransferOut ignored -> {}
                case Output.Reattach ignored -> {}
            }
        }
        interactions.forEach(callers::look);
        seats.forEach(this::seatChanged);
        interactions.forEach(this::interactionChanged);
        if (changed) {
            boardChanged(figuresChanged);
        }
    }

    private void seatChanged(AgentId agent) {
        sockets.send(agent, new SeatFrame(own.seat(agent, clock.instant())));
        Optional<InteractionId> now = picture.seat(agent).flatMap(SeatView::interaction);
        Optional<InteractionId> before = shown.getOrDefault(agent, Optional.empty());
        shown.put(agent, now);
        if (!now.equals(before)) {
            sendInteraction(agent);
            now.ifPresent(interaction -> sendPop(agent, interaction));
            sockets.send(agent, own.phone(agent));
            before.filter(picture::isGone).ifPresent(this::forget);
        }
        presence.look(agent);
    }

    private void interactionChanged(InteractionId id) {
        viewersOf(id).forEach(this::sendInteraction);
        if (picture.isGone(id)) {
            forget(id);
        }
    }

    private void forget(InteractionId id) {
        callers.forget(id);
        lines.forget(id);
    }

    private void tellIfMissed(Output.OfferEnded ended) {
        if (ended.outcome() == OfferOutcome.TIMED_OUT) {
            notice(ended.agent(), "offerMissed", Map.of("queue", ended.queue().value()));
        }
    }

    // ---- from the telephone

    public void phoneChanged(PhoneState state) {
        onThread(() -> {
            lines.put(state);
            for (AgentId agent : viewersOf(state.interaction())) {
                sockets.send(agent, own.phone(agent));
                sendInteraction(agent);
            }
        });
    }

    public void deviceChosen(AgentId agent, Device device) {
        phones.setDevice(agent, device);
        onThread(() -> {
            sockets.send(agent, new SeatFrame(own.seat(agent, clock.instant())));
            sockets.send(agent, own.phone(agent));
            presence.look(agent);
        });
    }

    // ---- from the web

    /** A customer was named: those who see him get the new name. */
    public void customerChanged() {
        onThread(() -> {
            picture.waiting().forEach(interaction -> callers.lookAgain(interaction.id()));
            shown.values().forEach(interaction -> interaction.ifPresent(callers::lookAgain));
        });
    }

    public void noticeToAll(String code) {
        onThread(() -> sockets.sendAll(new Notice(code, Map.of())));
    }

    public void notice(AgentId agent, String code, Map<String, String> params) {
        onThread(() -> sockets.send(agent, new Notice(code, params)));
    }

    /** Ends the sockets of this session, as sign-out does. */
    public void sessionEnded(SignedIn caller) {
        onThread(() -> sockets.endSession(caller.session().token()));
    }

    /** The session is alive until then; its sockets may stay as long. */
    public void sessionSeen(SignedIn caller) {
        onThread(() -> sockets.extend(caller.session().token(), caller.session().expires()));
    }

    void opened(FeedSocket socket) {
        onThread(() -> {
            sockets.add(socket);
            sendEverything(socket);
            presence.browserCame(socket.viewer().id());
            boardChanged(false);
        });
    }

    void closed(FeedSocket socket) {
        onThread(() -> {
            sockets.remove(socket);
            presence.look(socket.viewer().id());
            boardChanged(false);
        });
    }

    void caughtUp(FeedSocket socket) {
        onThread(() -> {
            socket.caughtUp();
            sendEverything(socket);
        });
    }

    void watch(FeedSocket socket, boolean board) {
        onThread(() -> {
            socket.watchBoard(board);
            if (socket.watchesBoard()) {
                socket.send(json.writeText(board()));
                figures.read();
            }
        });
    }

    void pong(FeedSocket socket) {
        onThread(() -> socket.send(json.writeText(new Frame.Pong(clock.instant()))));
    }

    private void sendEverything(FeedSocket socket) {
        AgentId agent = socket.viewer().id();
        socket.send(json.writeText(sockets.hello()));
        if (!socket.viewer().agent().skills().isEmpty()) {
            socket.send(json.writeText(new SeatFrame(own.seat(agent, clock.instant()))));
            socket.send(json.writeText(new InteractionFrame(own.live(agent), Optional.empty())));
            socket.send(json.writeText(own.phone(agent)));
            picture.seat(agent).flatMap(SeatView::interaction).ifPresent(interaction -> sendPop(agent, interaction));
        }
        socket.send(json.writeText(Summaries.of(picture, roster.get(), clock.instant())));
        if (socket.watchesBoard()) {
            socket.send(json.writeText(board()));
        }
    }

    private void sendInteraction(AgentId agent) {
        sockets.send(agent, new InteractionFrame(own.live(agent), Optional.empty()));
    }

    private void sendPop(AgentId agent, InteractionId interaction) {
        if (!sockets.has(agent)) {
            return;
        }
        threads.execute(() -> {
            Optional<Object> pop = readPop(interaction);
            onThread(() -> {
                boolean stillOnIt = picture.seat(agent)
                        .flatMap(SeatView::interaction)
                        .filter(interaction::equals)
                        .isPresent();
                if (pop.isPresent() && stillOnIt) {
                    sockets.send(agent, new InteractionFrame(own.live(agent), pop));
                }
            });
        });
    }

    private Optional<Object> readPop(InteractionId interaction) {
        try {
            return pops.apply(interaction);
        } catch (RuntimeException e) {
            LOG.warn("The customer of interaction {} could not be read: {}", interaction, e.toString());
            return Optional.empty();
        }
    }

    private void callerKnown(InteractionId id) {
        viewersOf(id).forEach(this::sendInteraction);
        boardChanged(false);
    }

    private void figuresRead() {
        boardChanged(false);
    }

    private List<AgentId> viewersOf(InteractionId id) {
        return picture.seats().stream()
                .filter(seat -> seat.interaction().filter(id::equals).isPresent())
                .map(SeatView::agent)
                .toList();
    }

    // ---- the board

    private void boardChanged(boolean figuresToo) {
        if (sockets.any()) {
            boardPush.changed(figuresToo && sockets.anyBoard());
        }
    }

    private void pushBoard() {
        sockets.sendSummary(Summaries.of(picture, roster.get(), clock.instant()));
        if (sockets.anyBoard()) {
            sockets.sendBoard(json.writeText(board()));
        }
    }

    private Frame.Board board() {
        return new BoardView(picture, roster.get(), callers, figures.snapshot(), sockets::has, clock.instant()).frame();
    }

    /** Now and then: dead browsers and ended sessions are found, and figures that change by time alone are shown. */
    private void sweep() {
        try {
            sockets.sweep();
            if (sockets.anyBoard()) {
                boardPush.changed(true);
            }
        } catch (RuntimeException e) {
            LOG.error("The feed's sweep failed", e);
        }
    }

    // ---- the thread

    private void onThread(Runnable work) {
        try {
            thread.execute(() -> runLogged(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The feed is stopping", stopping);
        }
    }

    private void await(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                runLogged(work);
                done.complete(null);
            });
        } catch (RejectedExecutionException stopping) {
            return;
        }
        done.join();
    }

    private static void runLogged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The feed failed at one step", e);
        }
    }

    @Override
    public void close() {
        onThread(() -> sockets.closeAll());
        thread.shutdown();
    }
}
