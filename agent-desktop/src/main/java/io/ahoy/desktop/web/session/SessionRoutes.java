package io.ahoy.desktop.web.session;

import io.ahoy.crm.access.Permissions;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.BreakReason;
import io.ahoy.crm.team.CaseCategory;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CustomerSegment;
import io.ahoy.crm.team.Disposition;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Sessions;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Titles;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Guard;
import io.ahoy.desktop.auth.SignIn;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.desktop.web.contact.PhoneAccounts;
import io.ahoy.desktop.web.seat.Seating;
import io.ahoy.router.acd.Input;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** {@code /session}. */
public final class SessionRoutes {
    private final Desk desk;

    /**
     * What signing in stands on.
     *
     * @param phones absent without voice
     */
    public record Desk(
            SignIn signIn,
            Guard guard,
            Sessions sessions,
            Team team,
            RouterDoor router,
            Seating seating,
            Feed feed,
            Centre centre,
            Optional<PhoneAccounts> phones,
            BooleanSupplier voiceUp) {}

    public record Centre(String name, String zone) {}

    public SessionRoutes(Desk desk) {
        this.desk = desk;
    }

    public void register(Api api) {
        api.post("/session", Access.PUBLIC, this::post);
        api.get("/session", Access.PERHAPS_SIGNED_IN, this::get);
        api.delete("/session", Access.SIGNED_IN, this::delete);
    }

    /** That nobody is signed in is an answer, not an error: every page asks before the first sign-in. */
    private Answer get(Request request) {
        return request.perhapsCaller()
                .map(caller -> Answer.of(view(caller, request.host())))
                .orElse(Answer.NOTHING);
    }

    private record Credentials(String login, String password) {
        @Override
        public String toString() {
            return "Credentials of " + login;
        }
    }

    private Answer post(Request request) throws InterruptedException {
        Credentials given = request.body(Credentials.class);
        SignedIn caller = desk.signIn().signIn(given.login(), given.password(), request.address());
        takeSeat(caller);
        return Answer.of(view(caller, request.host())).with(desk.guard().cookieFor(caller.session()));
    }

    /**
     * A second browser, or the same one after a crash, finds the seat as it is. A supervisor who only watches is not somebody on a break:
     * he has a seat from when he first says that he is ready.
     */
    private void takeSeat(SignedIn caller) throws InterruptedException {
        boolean hasSeat = desk.feed().picture().seat(caller.id()).isPresent();
        if (!hasSeat && !caller.watches() && caller.agent().hasSeat()) {
            desk.seating().take(caller);
        }
    }

    /** The session first: whatever else fails, nobody who finds the browser open can use it. */
    private Answer delete(Request request) throws InterruptedException {
        SignedIn caller = request.caller();
        desk.sessions().close(caller.session().token());
        desk.feed().sessionEnded(caller);
        try {
            desk.router().submit(new Input.SeatSignedOut(caller.id()));
        } catch (Problem later) {
            // The router keeps the input and applies it when its database is back.
        }
        return Answer.NOTHING.with(desk.guard().expiredCookie());
    }

    private record SessionView(
            AgentView agent,
            String csrf,
            Optional<PhoneAccounts.Phone> phone,
            Centre centre,
            boolean voice,
            List<TitledView> queues,
            List<TitledView> skills,
            List<TitledView> teams,
            List<BreakView> breakReasons,
            List<DispositionView> dispositions,
            List<SegmentView> customerSegments,
            List<CaseTypeView> caseTypes,
            List<CategoryView> caseCategories,
            List<String> rights) {}

    private record AgentView(UUID id, String name, String login, Role role, String extension, String language) {
        static AgentView of(Agent agent) {
            return new AgentView(
                    agent.id(), agent.name(), agent.login(), agent.role(), agent.extension(), agent.language());
        }
    }

    private record TitledView(String id, Titles title) {}

    private record SegmentView(String id, Titles title, boolean preferred) {
        static SegmentView of(CustomerSegment segment) {
            return new SegmentView(segment.id(), segment.title(), segment.isPreferred());
        }
    }

    private record CaseTypeView(
            String id, Titles title, boolean complaint, List<CaseType.State> states, Optional<String> team) {
        static CaseTypeView of(CaseType type) {
            return new CaseTypeView(type.id(), type.title(), type.complaint(), type.states(), type.team());
        }
    }

    private record CategoryView(String id, Titles title, Optional<String> parent) {
        static CategoryView of(CaseCategory category) {
            return new CategoryView(category.id(), category.title(), category.parent());
        }
    }

    private record BreakView(String id, Titles title, boolean system) {
        static BreakView of(BreakReason reason) {
            return new BreakView(reason.id(), reason.title(), reason.isSetBySystem());
        }
    }

    private record DispositionView(String id, Titles title, Optional<String> queue) {
        static DispositionView of(Disposition disposition) {
            return new DispositionView(disposition.id(), disposition.title(), disposition.queue());
        }
    }

    private SessionView view(SignedIn caller, String host) {
        Team team = desk.team();
        Optional<PhoneAccounts.Phone> phone = desk.phones()
                .flatMap(accounts -> team.phoneSecret(caller.agent().id())
                        .map(secret -> accounts.phone(caller.agent().extension() + "-web", secret, host)));
        return new SessionView(
                AgentView.of(caller.agent()),
                caller.session().csrf(),
                phone,
                desk.centre(),
                desk.voiceUp().getAsBoolean(),
                team.queues().stream()
                        .map(queue -> new TitledView(queue.id(), queue.title()))
                        .toList(),
                team.skills().stream()
                        .map(skill -> new TitledView(skill.id(), skill.title()))
                        .toList(),
                team.agentTeams().stream()
                        .map(one -> new TitledView(one.id(), one.title()))
                        .toList(),
                team.breakReasons().stream().map(BreakView::of).toList(),
                team.dispositions().stream().map(DispositionView::of).toList(),
                team.customerSegments().stream().map(SegmentView::of).toList(),
                team.caseTypes().stream().map(CaseTypeView::of).toList(),
                team.caseCategories().stream().map(CategoryView::of).toList(),
                Permissions.of(caller.agent().role()));
    }
}
