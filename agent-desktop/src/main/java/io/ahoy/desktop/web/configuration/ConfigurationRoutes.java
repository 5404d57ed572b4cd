package io.ahoy.desktop.web.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.ConfigurationChange;
import io.ahoy.crm.team.ConfigurationProblem;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Configurations.Outcome;
import io.ahoy.crm.team.Configured;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Versioned;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.routing.LiveConfiguration;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Json;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code /config}: read, change, and who changed what. A change that is answered is followed by the router already. */
public final class ConfigurationRoutes {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 200;

    private final Configurations configurations;
    private final LiveConfiguration live;
    private final InstantSource clock;
    private final Set<String> scripted;
    private final Entities entities;

    /** @param scripted queues that the IVR script sends callers to */
    public ConfigurationRoutes(
            Configurations configurations,
            Team team,
            LiveConfiguration live,
            Json json,
            InstantSource clock,
            Set<String> scripted) {
        this.configurations = configurations;
        this.live = live;
        this.clock = clock;
        this.scripted = Set.copyOf(scripted);
        this.entities = new Entities(json, team);
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.CONFIGURATION);
        api.get("/config", read, request -> Answer.of(everything()));
        api.get("/config/history", read, this::history);
        for (Kind kind : Kind.values()) {
            String all = "/config/" + kind.path();
            String one = all + "/:id";
            api.get(all, read, request -> list(kind));
            api.get(one, read, request -> one(kind, request));
            api.put(one, Access.to(Action.CHANGE, Subject.CONFIGURATION), request -> put(kind, request));
            api.delete(one, Access.to(Action.DELETE, Subject.CONFIGURATION), request -> delete(kind, request));
        }
    }

    private Map<String, List<JsonNode>> everything() {
        Configuration configuration = configurations.read();
        Map<String, List<JsonNode>> all = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            all.put(kind.path(), entities.written(configuration.of(kind)));
        }
        return all;
    }

    private Answer list(Kind kind) {
        return Answer.of(entities.written(configurations.read().of(kind)));
    }

    private Answer one(Kind kind, Request request) {
        Versioned found =
                configurations.read().find(kind, request.path("id")).orElseThrow(ConfigurationRoutes::nothing);
        return Answer.of(entities.written(List.of(found)).getFirst());
    }

    private Answer put(Kind kind, Request request) throws InterruptedException {
        ObjectNode body = request.object();
        OptionalLong version = Entities.takeVersion(body);
        Configured entity = entities.read(kind, request.path("id"), body);
        Outcome outcome = configurations.put(entity, version, author(request));
        if (!(outcome instanceof Configurations.Stored(Versioned now, boolean changed))) {
            throw refused(outcome);
        }
        if (changed) {
            follow();
        }
        return Answer.of(entities.written(List.of(now)).getFirst());
    }

    private Answer delete(Kind kind, Request request) throws InterruptedException {
        String id = request.path("id");
        if (kind == Kind.QUEUES && scripted.contains(id)) {
            throw inUse("the IVR script");
        }
        OptionalLong version = queryVersion(request, "version");
        Outcome outcome = configurations.delete(kind, id, version, author(request));
        if (!(outcome instanceof Configurations.Deleted)) {
            throw refused(outcome);
        }
        follow();
        return Answer.NOTHING;
    }

    private void follow() throws InterruptedException {
        if (!live.follow()) {
            throw Problem.away(
                    "Your change is stored, but the router waits for its database; it follows when that is back.");
        }
    }

    private Problem refused(Outcome outcome) {
        return switch (outcome) {
            case Configurations.Refused(List<ConfigurationProblem> problems) ->
                Problem.wrong(problems.stream()
                        .map(one -> new Problem.Wrong(
                                one.kind().path(), one.id(), one.field(), one.message(), one.forcible()))
                        .toList());
            case Configurations.Stale(Optional<Versioned> present) -> stale(present);
            case Configurations.InUse(List<String> by) -> inUse(String.join(", ", by));
            case Configurations.Unknown ignored -> nothing();
            case Configurations.Stored stored -> throw new IllegalStateException("not refused: " + stored);
            case Configurations.Deleted deleted -> throw new IllegalStateException("not refused: " + deleted);
        };
    }

    private Problem stale(Optional<Versioned> present) {
        return present.map(now -> Problem.changedMeanwhile(
                        "It is at version " + now.version()
                                + " by now: somebody changed it since you read it, or it was there before you made it. Read"
                                + " it again and repeat your change.",
                        entities.written(List.of(now)).getFirst()))
                .orElseGet(() -> Problem.tooLate("It was deleted since you read it; leave version out to create it."));
    }

    private static Problem inUse(String by) {
        return Problem.tooLate("It is in use by " + by + "; change that first.");
    }

    private static Problem nothing() {
        return Problem.notFound("There is nothing with this id.");
    }

    private Configurations.Author author(Request request) {
        boolean force = request.query("force").filter("true"::equals).isPresent();
        return new Configurations.Author(request.caller().agent().id(), clock.instant(), force);
    }

    // ---- history

    private record ChangeView(
            long version,
            Instant at,
            By by,
            String kind,
            String id,
            ConfigurationChange.Action action,
            Optional<JsonNode> before,
            Optional<JsonNode> after) {}

    private record By(String id, String name) {}

    private record HistoryView(List<ChangeView> items, Optional<Long> next) {}

    private Answer history(Request request) {
        Optional<Kind> kind = request.query("kind")
                .map(text -> Kind.of(text)
                        .orElseThrow(() -> Problem.unprocessable("kind", "Nothing of this kind is configured here.")));
        ConfigurationChange.Page page = configurations.history(
                kind,
                request.query("id"),
                queryVersion(request, "before"),
                request.queryNumber("limit", PAGE, PAGE_MAX));
        return Answer.of(new HistoryView(page.items().stream().map(this::view).toList(), page.next()));
    }

    private ChangeView view(ConfigurationChange change) {
        return new ChangeView(
                change.revision(),
                change.at(),
                new By(change.by().toString(), change.byName()),
                change.kind(),
                change.id(),
                change.action(),
                change.before().map(entities::tree),
                change.after().map(entities::tree));
    }

    private static OptionalLong queryVersion(Request request, String name) {
        Optional<String> text = request.query(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw Problem.unprocessable(name, "Must be a version.");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }
}
