package io.ahoy.desktop.feed;

import io.ahoy.crm.casework.CaseLoad;
import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.History;
import io.ahoy.crm.team.Agent;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Frame.Notice;
import io.ahoy.desktop.web.Json;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the picture and pushes it. Everything here happens on one thread of its own, so nothing needs a lock. */
public final class Feed implements Outlet, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("feed").factory());
    private final Picture picture = new Picture();
    private final Lines lines = new Lines();
    private final Outages outages = new Outages();
    private final ChosenPhones phones;
    private final InstantSource clock;
    /** Changed on the thread, read by others too. */
    private volatile Roster roster;

    private final Callers callers;
    private final FiguresToday figures;
    private final Sockets sockets;
    private final CasesDue cases;
    private final OwnPush own;
    private final Presence presence;
    private final BoardPush boardPush;
    private final PulledPush pulled;
    private final Readers readers;
    private final BiConsumer<SignedIn, Set<UUID>> boardSeen;
    private final Executor threads;

    /**
     * What the feed stands on.
     *
     * @param roster the team as read at the start
     * @param cases how many are due; blocks, and is asked on {@code threads}
     * @param pops what an agent is shown of an interaction's customer and past; blocks, and is asked on {@code threads}
     * @param conversations which one an interaction is about, for who may read it; blocks, and is asked on {@code threads}
     * @param boardSeen told which customers a board has shown to whom; blocks, and is told on {@code threads}
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
            Roster roster,
            Function<Instant, CaseLoad> cases,
            ChosenPhones phones,
            BiFunction<InteractionId, SignedIn, Optional<Object>> pops,
            BiFunction<InteractionId, SignedIn, Optional<UUID>> conversations,
            BiConsumer<SignedIn, Set<UUID>> boardSeen,
            Executor threads,
            Consumer<Input> submit) {}

    public Feed(Ground ground) {
        phones = ground.phones();
        clock = ground.clock();
        roster = ground.roster();
        callers = new Callers(ground.history(), ground.threads(), id -> onThread(() -> callerKnown(id)));
        figures = new FiguresToday(
                ground.figures(), ground.zone(), clock, ground.threads(), () -> onThread(() -> boardChanged(false)));
        sockets = new Sockets(ground.json(), clock, ground.build());
        readers = new Readers(sockets, ground.conversations(), ground.threads(), this::onThread);
        boardSeen = ground.boardSeen();
        threads = ground.threads();
        cases = new CasesDue(ground.cases(), sockets, clock, ground.threads(), this::onThread);
        OwnView view = new OwnView(picture, callers, lines, phones);
        own = new OwnPush(picture, view, sockets, clock, ground.pops(), ground.threads(), this::onThread);
        presence = new Presence(
                picture::seat,
                agent -> phones.deviceOf(agent) == Device.BROWSER,
                sockets::has,
                ground.submit(),
                thread);
        pulled = new PulledPush(picture, sockets);
        boardPush = new BoardPush(figures, this::pushBoard, clock, thread);
        thread.scheduleWithFixedDelay(
                () -> runLogged(this::sweep), SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Picture picture() {
        return picture;
    }

    // ---- from the router

    @Override
    public void start(Image image, Instant now) {
        await(() -> {
            picture.start(image, now);
            image.interactions().forEach(interaction -> callers.look(interaction.id()));
            image.seats().forEach(seat -> own.seatChanged(seat.agent()));
            presence.started(image.seats());
        });
    }

    /** Waits until it is applied, so that a burst is slowed down here instead of growing a queue. */
    @Override
    public void deliver(List<Output> outputs, Instant at) {
        await(() -> apply(outputs, at));
    }

    private void apply(List<Output> outputs, Instant at) {
        boolean changed = false;
        boolean figuresChanged = false;
        Set<AgentId> seats = new LinkedHashSet<>();
        Set<InteractionId> interactions = new LinkedHashSet<>();
        for (Output output : outputs) {
            changed |= picture.apply(output, at);
            switch (output) {
                case Output.SeatChanged(SeatView seat) -> seats.add(seat.agent());
                case Output.InteractionChanged(InteractionView interaction) -> interactions.add(interaction.id());
                case Output.SegmentChanged ignored -> figuresChanged = true;
                case Output.OfferEnded ended -> own.offerEnded(ended);
                case Output.Offer ignored -> {}
                case Output.Retract ignored -> {}
                case Output.Connect ignored -> {}
                case Output.HangUp ignored -> {}
                case Output.ReturnToLine ignored -> {}
                case Output.TransferOut ignored -> {}
                case Output.Reattach ignored -> {}
                case Output.Interrupt ignored -> {}
                case Output.Resume ignored -> {}
                case Output.Overflowed ignored -> {}
                case Output.Announce ignored -> {}
                case Output.NotTaken ignored -> {}
            }
        }
        interactions.forEach(callers::look);
        for (AgentId agent : seats) {
            own.seatChanged(agent).ifPresent(this::forgetIfGone);
            presence.look(agent);
        }
        interactions.forEach(own::interactionChanged);
        interactions.forEach(this::forgetIfGone);
        if (changed) {
            boardChanged(figuresChanged);
        }
    }

    private void forgetIfGone(InteractionId id) {
        if (picture.isGone(id)) {
            callers.forget(id);
            lines.forget(id);
        }
    }

    // ---- from the telephone

    public void phoneChanged(PhoneState state) {
        onThread(() -> {
            lines.put(state, clock.instant());
            own.phoneChanged(state.interaction());
        });
    }

    /** The phone at this endpoint can be reached again. */
    public void phoneCame(String endpoint) {
        onThread(() -> phones.agentAt(endpoint).ifPresent(presence::deskPhoneCame));
    }

    public void deviceChosen(AgentId agent, Device device) {
        phones.setDevice(agent, device);
        onThread(() -> {
            own.deviceChanged(agent);
            presence.look(agent);
        });
    }

    public void voice(boolean up) {
        onThread(() -> outages.voice(up).ifPresent(sockets::sendAll));
    }

    public void database(boolean up) {
        onThread(() -> outages.database(up).ifPresent(sockets::sendAll));
    }

    // ---- from the web

    /** A customer was named: those who see him get the new name. */
    public void customerChanged() {
        onThread(() -> {
            picture.waiting().forEach(interaction -> callers.lookAgain(interaction.id()));
            own.shown().forEach(callers::lookAgain);
        });
    }

    /** Whoever is on it, or has set it aside, reads its conversation again. */
    public void mailChanged(UUID interaction) {
        InteractionId id = new InteractionId(interaction);
        onThread(() -> {
            picture.seats().stream()
                    .filter(seat -> seat.works().stream()
                            .anyMatch(work -> work.interaction().equals(id)))
                    .forEach(seat -> sockets.send(seat.agent(), new Frame.MailChanged(interaction)));
            readers.changed(id);
        });
    }

    /** Something was configured: names, queues, what agents may choose. Every browser reads it again. */
    public void configured(Roster now) {
        onThread(() -> {
            roster = now;
            sockets.sendAll(new Notice("configChanged", Map.of()));
            boardChanged(false);
        });
    }

    /** The team and the queues as last configured. */
    public Roster roster() {
        return roster;
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

    void phone(FeedSocket socket, boolean registered) {
        onThread(() -> {
            if (!socket.phoneChanged(registered)) {
                return;
            }
            LOG.debug("Phone of {}: registered {}", socket.viewer().id(), registered);
            if (registered) {
                presence.phoneCame(socket.viewer().id());
            }
        });
    }

    void closed(FeedSocket socket) {
        onThread(() -> {
            sockets.remove(socket);
            readers.closes(socket);
            presence.look(socket.viewer().id());
            boardChanged(false);
        });
    }

    /** He has this conversation open, which those are told who have it open as well. */
    void reads(FeedSocket socket, InteractionId interaction, boolean writes) {
        onThread(() -> readers.opens(socket, interaction, writes));
    }

    void readsNothing(FeedSocket socket) {
        onThread(() -> readers.closes(socket));
    }

    void caughtUp(FeedSocket socket) {
        onThread(() -> {
            if (socket.caughtUp()) {
                sendEverything(socket);
            }
        });
    }

    void watch(FeedSocket socket, boolean wanted) {
        onThread(() -> {
            socket.watchBoard(wanted);
            if (socket.watchesBoard()) {
                sendBoard(List.of(socket));
                figures.read();
            }
        });
    }

    void pong(FeedSocket socket) {
        onThread(() -> sockets.send(socket, new Frame.Pong(clock.instant())));
    }

    private void sendEverything(FeedSocket socket) {
        sockets.send(socket, sockets.hello());
        if (roster.agent(socket.viewer().id()).filter(Agent::hasSeat).isPresent()) {
            own.everything(socket);
        }
        pulled.opened(socket, roster);
        cases.opened(socket);
        sockets.send(socket, Summaries.of(picture, roster, clock.instant()));
        outages.now().forEach(notice -> sockets.send(socket, notice));
        if (socket.watchesBoard()) {
            sendBoard(List.of(socket));
        }
    }

    private void callerKnown(InteractionId id) {
        own.interactionChanged(id);
        boardChanged(false);
    }

    // ---- the board

    private void boardChanged(boolean figuresToo) {
        if (sockets.any()) {
            boardPush.changed(figuresToo && sockets.anyBoard());
        }
    }

    private void pushBoard() {
        pulled.changed(roster);
        sockets.sendSummary(Summaries.of(picture, roster, clock.instant()));
        if (sockets.anyBoard()) {
            sendBoard(sockets.all(FeedSocket::watchesBoard));
        }
    }

    /** Who appears on a board was seen by whoever watches it; who stays there is not seen again four times a second. */
    private void sendBoard(List<FeedSocket> watchers) {
        Frame.Board board = board();
        sockets.send(watchers, board);
        Set<UUID> customers = board.customers();
        for (FeedSocket watcher : watchers) {
            Set<UUID> fresh = watcher.newOnBoard(customers);
            if (!fresh.isEmpty()) {
                threads.execute(() -> boardSeen.accept(watcher.viewer(), fresh));
            }
        }
    }

    private Frame.Board board() {
        return new BoardView(picture, roster, callers, figures.snapshot(), cases.load(), sockets::has, clock.instant())
                .frame();
    }

    /** Now and then: dead browsers and ended sessions are found, and figures that change by time alone are shown. */
    private void sweep() {
        sockets.sweep();
        cases.look();
        if (sockets.anyBoard()) {
            boardPush.changed(true);
        }
    }

    // ---- the thread

    private void onThread(Runnable work) {
        try {
            thread.execute(() -> runLogged(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The feed is stopping");
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

    private void runLogged(Runnable work) {
        try {
            work.run();
        } catch (RejectedExecutionException stopping) {
            // What is begun while the feed stops may find those gone who would go on with it.
            LOG.debug("A step of the feed came too late", stopping);
        } catch (RuntimeException e) {
            LOG.error("The feed failed at one step", e);
        }
    }

    /** Returns when nothing of it runs any more, so that whatever it stands on can be stopped after it. */
    @Override
    public void close() {
        onThread(sockets::closeAll);
        // Graces and pushes that are due later concern nobody any more.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The feed is still at work and is interrupted");
                thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
