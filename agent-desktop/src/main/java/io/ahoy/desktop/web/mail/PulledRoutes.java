package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.history.Figures;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.WaitingMails;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.WorkingTime;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.feed.Pulled;
import io.ahoy.desktop.feed.Roster;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.RouterDoor;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /pulled}: the mails that an agent may take out of the line himself, and taking one. */
public final class PulledRoutes {
    private final RouterDoor router;
    private final Feed feed;
    private final WaitingMails mails;
    private final Figures figures;
    private final Audit audit;
    /** Of those who wait, by who looked. */
    private final Map<AgentId, Set<UUID>> seen = new ConcurrentHashMap<>();

    public PulledRoutes(RouterDoor router, Feed feed, Db db) {
        this.router = router;
        this.feed = feed;
        this.mails = new WaitingMails(db);
        this.figures = new Figures(db);
        this.audit = new Audit(db);
    }

    public void register(Api api) {
        api.get("/pulled", Access.SIGNED_IN, this::list);
        api.post("/interactions/:id/take", Access.SIGNED_IN, this::take);
    }

    /** @param since came into this queue */
    private record Row(
            UUID id,
            String queue,
            Titles queueTitle,
            Instant since,
            int tier,
            String subject,
            MailAddress from,
            Optional<WaitingMails.Customer> customer,
            String preview,
            Optional<Instant> dueAt,
            List<String> tags) {
        Stream<UUID> tellsOf() {
            return Stream.concat(Stream.of(id), customer.stream().map(WaitingMails.Customer::id));
        }
    }

    private Answer list(Request request) {
        Roster roster = feed.roster();
        Optional<String> queue = request.query("queue");
        if (queue.filter(id -> roster.queue(id).isEmpty()).isPresent()) {
            throw Problem.notFound("There is no such queue.");
        }
        Optional<LinePlace> after = request.query("after").map(LinePlace::parse);
        List<InteractionView> line = feed.picture().seat(request.caller().id()).stream()
                .flatMap(seat -> Pulled.of(feed.picture(), roster).whatMayTake(seat).stream())
                .filter(view ->
                        queue.filter(id -> !id.equals(view.queue().value())).isEmpty())
                .filter(view -> after.filter(place -> !place.isBefore(view)).isEmpty())
                .toList();
        Listing<InteractionView> page = Listing.of(
                request,
                limit -> line.stream().limit(limit).toList(),
                view -> LinePlace.of(view).toString());
        List<Row> rows = rows(page.items(), roster);
        List<Row> fresh = newTo(request.caller().id(), rows, line);
        audit.shown(request.actor(), Subject.HISTORY, "/pulled", fresh.stream().flatMap(Row::tellsOf));
        return Answer.of(new Listing<>(rows, page.next()));
    }

    /** The list is read again at each change; who stays in it is not seen again each time. */
    private List<Row> newTo(AgentId agent, List<Row> rows, List<InteractionView> line) {
        Set<UUID> waiting = line.stream().map(view -> view.id().value()).collect(Collectors.toSet());
        Set<UUID> before = seen.getOrDefault(agent, Set.of());
        seen.put(
                agent,
                Stream.concat(rows.stream().map(Row::id), before.stream().filter(waiting::contains))
                        .collect(Collectors.toUnmodifiableSet()));
        return rows.stream().filter(row -> !before.contains(row.id())).toList();
    }

    /** One whose message is not stored yet waits, but cannot be shown: it comes with the next look. */
    private List<Row> rows(List<InteractionView> views, Roster roster) {
        Map<UUID, WaitingMails.Glance> known =
                mails.of(views.stream().map(view -> view.id().value()).toList());
        Map<String, WorkingTime> times = views.isEmpty() ? Map.of() : figures.timesInHours();
        return views.stream()
                .flatMap(view -> Optional.ofNullable(known.get(view.id().value())).stream()
                        .flatMap(mail -> roster.queue(view.queue().value()).stream()
                                .map(queue -> row(view, mail, queue, times))))
                .toList();
    }

    private static Row row(
            InteractionView view, WaitingMails.Glance mail, Queue queue, Map<String, WorkingTime> times) {
        WorkingTime time = times.getOrDefault(queue.id(), new WorkingTime(Optional.empty()));
        Instant due = time.after(view.enteredAt(), queue.serviceLevelThreshold());
        return new Row(
                view.id().value(),
                queue.id(),
                queue.title(),
                view.enteredAt(),
                view.tier(),
                mail.subject(),
                mail.from(),
                mail.customer(),
                mail.preview(),
                Optional.of(due).filter(at -> !at.equals(WorkingTime.NEVER)),
                mail.tags());
    }

    private Answer take(Request request) throws InterruptedException {
        AgentId agent = request.caller().id();
        for (Output output : router.submit(new Input.Taken(new InteractionId(request.id("id")), agent))) {
            // Taking twice is legal: he has it.
            if (output instanceof Output.NotTaken not && !isHis(not, agent)) {
                throw refused(not);
            }
        }
        return Answer.NOTHING;
    }

    private static boolean isHis(Output.NotTaken not, AgentId agent) {
        return not.why() == Output.NotTaken.Why.TAKEN && not.other().equals(Optional.of(agent));
    }

    private Problem refused(Output.NotTaken not) {
        String other = not.other().map(feed.roster()::calls).orElse("?");
        return switch (not.why()) {
            case GONE -> Problem.notFound("There is no such mail, or it is done.");
            case NOT_PULLED -> Problem.forbidden("This waits to be offered to somebody; nobody can take it.");
            case SIGNED_OUT -> Problem.tooLate("Take your seat first: sign in to the queues.");
            case NOT_ABLE -> Problem.forbidden("This mail needs somebody else, by its queue or by its skills.");
            case OFFERED -> Problem.tooLate(other + " is being offered it.");
            case TAKEN -> Problem.tooLate(other + " has taken it.");
            case KEPT -> Problem.tooLate("It waits for " + other + " alone.");
            case RINGING -> Problem.tooLate("Answer first what is offered to you.");
            case NO_ROOM -> Problem.tooLate("You have no room for another mail: finish one first.");
        };
    }
}
