package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Move;
import io.ahoy.crm.mail.Moves;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Rights;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.channel.email.regroup.Regrouping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /interactions/{id}/mail/…}: conversations that agents split, join, and put back. */
public final class RegroupRoutes {
    private static final Set<InteractionState> WITH_SOMEBODY =
            Set.of(InteractionState.CONNECTING, InteractionState.ACTIVE, InteractionState.INTERRUPTED);
    private static final Set<InteractionState> WAITING =
            Set.of(InteractionState.WAITING, InteractionState.OFFERED, InteractionState.SCHEDULED);

    private final Mails mails;
    private final Moves moves;
    private final History history;
    private final Cases cases;
    private final Continuation continuation;
    private final Team team;
    private final Audit audit;
    private final Rights rights;
    private final Function<InteractionId, Optional<InteractionView>> live;
    private final Regrouping regrouping;

    /** @param live an interaction as the router has it */
    public RegroupRoutes(
            Db db, Rights rights, Function<InteractionId, Optional<InteractionView>> live, Regrouping regrouping) {
        this.mails = new Mails(db);
        this.moves = new Moves(db);
        this.history = new History(db);
        this.cases = new Cases(db);
        this.continuation = new Continuation(db);
        this.team = new Team(db);
        this.audit = new Audit(db);
        this.rights = rights;
        this.live = live;
        this.regrouping = regrouping;
    }

    public void register(Api api) {
        api.get("/interactions/:id/mail/others", Access.SIGNED_IN, this::others);
        api.post("/interactions/:id/mail/split", Access.SIGNED_IN, this::split);
        api.post("/interactions/:id/mail/join", Access.SIGNED_IN, this::join);
        api.post("/interactions/:id/mail/undo", Access.SIGNED_IN, this::undo);
    }

    private enum State {
        WAITING,
        /** Somebody has it. */
        HELD,
        ENDED
    }

    /** @param agent who has it */
    private record Other(
            UUID interaction,
            String subject,
            Instant at,
            int mails,
            State state,
            Optional<String> agent,
            boolean mine) {}

    /** Of the same customer; without those whose case he may not see. */
    private Answer others(Request request) {
        Contact held = held(request);
        UUID thread = thread(held.id());
        List<Other> found = held.customer().stream()
                .flatMap(customer -> moves.others(customer.id(), thread).stream())
                .flatMap(other -> mails
                        .interactionOf(other.thread())
                        .filter(interaction -> isSeen(interaction, request.actor()))
                        .map(interaction -> view(interaction, other, request))
                        .stream())
                .toList();
        audit.shown(
                request.actor(),
                Subject.HISTORY,
                "/interactions/{id}/mail/others",
                Stream.concat(held.tellsOf(), found.stream().map(Other::interaction)));
        return Answer.of(Listing.whole(found));
    }

    private Other view(UUID interaction, Moves.Other other, Request request) {
        Optional<AgentId> holder = holder(interaction);
        boolean waits = live.apply(new InteractionId(interaction))
                .filter(view -> WAITING.contains(view.state()))
                .isPresent();
        State state = holder.isPresent() ? State.HELD : waits ? State.WAITING : State.ENDED;
        return new Other(
                interaction,
                other.subject(),
                other.lastAt(),
                other.mails(),
                state,
                holder.map(this::name),
                holder.filter(request.caller().id()::equals).isPresent());
    }

    private record SplitBody(UUID mail, Optional<Boolean> later, Optional<Boolean> mine) {}

    private record Begun(UUID interaction, UUID move) {}

    private Answer split(Request request) throws InterruptedException {
        Contact held = held(request);
        SplitBody body = request.body(SplitBody.class);
        Move done = regrouping.split(
                held.id(), body.mail(), body.later().orElse(false), body.mine().orElse(false), request.actor());
        return Answer.of(new Begun(done.interaction(), done.id()));
    }

    private record JoinBody(UUID other) {}

    private record Joined(UUID move) {}

    private Answer join(Request request) throws InterruptedException {
        Contact held = held(request);
        UUID named = request.body(JoinBody.class).other();
        UUID other = history.contact(named)
                .filter(contact -> contact.customer().isPresent()
                        && contact.customer()
                                .map(Contact.Named::id)
                                .equals(held.customer().map(Contact.Named::id)))
                .filter(contact -> isSeen(contact.id(), request.actor()))
                .flatMap(contact -> mails.threadOf(contact.id()))
                .flatMap(mails::interactionOf)
                .orElseThrow(() -> Problem.notFound("This customer has no such conversation."));
        Optional<AgentId> holder = requireMineOrNobodys(other, request);
        Move done = regrouping.join(held.id(), other, holder.map(AgentId::value), request.actor());
        return Answer.of(new Joined(done.id()));
    }

    private record UndoBody(UUID move) {}

    private Answer undo(Request request) throws InterruptedException {
        Contact held = held(request);
        UUID move = request.body(UndoBody.class).move();
        moves.get(move)
                .filter(one -> one.kind() == Move.Kind.SPLIT)
                .ifPresent(one -> requireMineOrNobodys(one.interaction(), request));
        regrouping.undo(move, thread(held.id()), request.actor());
        return Answer.NOTHING;
    }

    private Optional<AgentId> requireMineOrNobodys(UUID interaction, Request request) {
        Optional<AgentId> holder = holder(interaction);
        holder.filter(agent -> !agent.equals(request.caller().id())).ifPresent(agent -> {
            throw Problem.tooLate(name(agent) + " has that conversation. Ask for it to be transferred or ended first.");
        });
        return holder;
    }

    private Optional<AgentId> holder(UUID interaction) {
        return live.apply(new InteractionId(interaction))
                .filter(view -> WITH_SOMEBODY.contains(view.state()))
                .flatMap(InteractionView::agent);
    }

    private String name(AgentId agent) {
        return team.agent(agent.value()).map(Agent::name).orElse("Somebody");
    }

    private boolean isSeen(UUID interaction, Actor actor) {
        return continuation
                .caseOf(interaction)
                .filter(id -> cases.isHidden(id, actor))
                .isEmpty();
    }

    /** That the caller is on. */
    private Contact held(Request request) {
        UUID interaction = request.id("id");
        rights.requireOn(request.caller(), new InteractionId(interaction));
        return history.contact(interaction).orElseThrow(() -> Problem.notFound("There is no such interaction."));
    }

    private UUID thread(UUID interaction) {
        return mails.threadOf(interaction).orElseThrow(() -> Problem.notFound("This interaction is about no mail."));
    }
}
