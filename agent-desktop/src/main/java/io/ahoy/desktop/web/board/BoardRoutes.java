package io.ahoy.desktop.web.board;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import java.util.Map;

/** {@code /board}: supervisors act on seats and on those who wait. */
public final class BoardRoutes {
    private static final String NOT_WAITING = "It no longer waits.";

    private final RouterDoor router;
    private final Team team;
    private final Feed feed;

    public BoardRoutes(RouterDoor router, Team team, Feed feed) {
        this.router = router;
        this.team = team;
        this.feed = feed;
    }

    public void register(Api api) {
        api.post("/board/seats/:agent/sign-out", Access.to(Action.CHANGE, Subject.BOARD), this::signOut);
        api.post("/board/waiting/:id/front", Access.to(Action.CHANGE, Subject.BOARD), this::moveToFront);
        api.post("/board/waiting/:id/queue", Access.to(Action.CHANGE, Subject.BOARD), this::moveToQueue);
    }

    /** The agent's session stays, so that he can finish and wrap up what he is on. */
    private Answer signOut(Request request) throws InterruptedException {
        AgentId agent = new AgentId(request.id("agent"));
        router.submitOrTooLate(new Input.SeatSignedOut(agent), "This agent is not signed in.");
        feed.notice(
                agent,
                "signedOutBySupervisor",
                Map.of("by", request.caller().agent().name()));
        return Answer.NOTHING;
    }

    private Answer moveToFront(Request request) throws InterruptedException {
        router.submitOrTooLate(new Input.MovedToFront(new InteractionId(request.id("id"))), NOT_WAITING);
        return Answer.NOTHING;
    }

    private record QueueBody(String queue) {}

    private Answer moveToQueue(Request request) throws InterruptedException {
        InteractionId id = new InteractionId(request.id("id"));
        String queue = request.body(QueueBody.class).queue();
        if (team.queues().stream().noneMatch(known -> known.id().equals(queue))) {
            throw Problem.unprocessable("queue", "There is no such queue.");
        }
        router.submitOrTooLate(new Input.MovedToQueue(id, new QueueId(queue)), NOT_WAITING);
        return Answer.NOTHING;
    }
}
