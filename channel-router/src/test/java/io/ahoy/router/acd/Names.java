package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The short names that scenarios use, and outputs written with them. */
public final class Names {
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final Map<AgentId, String> agents = new TreeMap<>();

    public static InteractionId interaction(int number) {
        return new InteractionId(new UUID(1, number));
    }

    /** {@code #7} */
    static InteractionId interaction(String text) {
        return interaction(Integer.parseInt(text.substring(1)));
    }

    /** {@code #7.2} */
    static OfferId offer(String text) {
        int dot = text.indexOf('.');
        return new OfferId(interaction(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** Ordered as their names are, so that ties read naturally. */
    public AgentId agent(String name) {
        AgentId id = new AgentId(new UUID(
                2, Long.parseLong((name.toLowerCase(Locale.ROOT) + "00000000").substring(0, 8), 36)));
        agents.put(id, name);
        return id;
    }

    String name(AgentId id) {
        return agents.getOrDefault(id, "agent" + id.value().getLeastSignificantBits());
    }

    static String name(InteractionId id) {
        return "#" + id.value().getLeastSignificantBits();
    }

    static String name(OfferId id) {
        return name(id.interaction()) + "." + id.attempt();
    }

    static String time(Instant at) {
        Duration since = Duration.between(START, at);
        return since.toMillis() % 1000 == 0 ? since.toSeconds() + "s" : since.toMillis() + "ms";
    }

    static String time(Optional<Instant> at) {
        return at.map(Names::time).orElse("-");
    }

    String segment(Segment segment) {
        return "%s/%d %s %s %s %s %s %s %s %s"
                .formatted(
                        name(segment.interaction()),
                        segment.number(),
                        segment.queue(),
                        segment.outcome(),
                        segment.agent().map(this::name).orElse("-"),
                        time(segment.enteredAt()),
                        time(segment.answeredAt()),
                        time(segment.endedAt()),
                        time(segment.clearedAt()),
                        segment.cause().map(Enum::name).orElse("-"));
    }

    String interaction(InteractionView view) {
        String state = view.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String with = view.agent().map(agent -> " with " + name(agent)).orElse(" in " + view.queue());
        return state + (view.state() == InteractionState.CLOSED ? "" : with);
    }

    String seat(SeatView view) {
        String state = view.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String on = view.interaction().map(id -> " " + name(id)).orElse("");
        String reason = view.reason().map(why -> " " + why.value()).orElse("");
        String from = view.availableFrom().map(at -> " from " + time(at)).orElse("");
        String until = view.deadline().map(at -> " until " + time(at)).orElse("");
        return state + on + reason + from + until + (view.leaving() ? " leaving" : "");
    }

    String output(Output output) {
        return switch (output) {
            case Output.Offer out ->
                "offer %s %s %s until %s"
                        .formatted(name(out.id()), name(out.agent()), out.queue(), time(out.deadline()));
            case Output.Retract out -> "retract %s %s %s".formatted(name(out.id()), name(out.agent()), out.outcome());
            case Output.Connect out ->
                "connect %s %s%s"
                        .formatted(
                                name(out.id()),
                                name(out.agent()),
                                out.ringLimit()
                                        .map(limit -> " ringing " + seconds(limit))
                                        .orElse(""));
            case Output.HangUp out -> "hang up %s".formatted(name(out.interaction()));
            case Output.ReturnToLine out -> "return %s to %s".formatted(name(out.interaction()), out.queue());
            case Output.TransferOut out -> "transfer %s to %s".formatted(name(out.interaction()), out.number());
            case Output.Reattach out -> "reattach %s %s".formatted(name(out.interaction()), name(out.agent()));
            case Output.NotTaken out ->
                "%s does not get %s: %s%s"
                        .formatted(
                                name(out.agent()),
                                name(out.interaction()),
                                out.why(),
                                out.other().map(other -> " " + name(other)).orElse(""));
            case Output.Interrupt out -> "interrupt %s %s".formatted(name(out.interaction()), name(out.agent()));
            case Output.Resume out -> "resume %s %s".formatted(name(out.interaction()), name(out.agent()));
            case Output.Overflowed out ->
                "overflow %s from %s to %s".formatted(name(out.interaction()), out.queue(), action(out.action()));
            case Output.Announce out ->
                "announce %s %s in %s, %s-%s%s"
                        .formatted(
                                name(out.interaction()),
                                out.estimate().position(),
                                out.queue(),
                                seconds(out.estimate().low()),
                                seconds(out.estimate().high()),
                                out.estimate().cause().map(why -> " " + why).orElse(""));
            case Output.SeatChanged out ->
                "seat %s %s".formatted(name(out.seat().agent()), seat(out.seat()));
            case Output.InteractionChanged out ->
                "interaction %s %s".formatted(name(out.interaction().id()), interaction(out.interaction()));
            case Output.SegmentChanged out -> "segment " + segment(out.segment());
            case Output.OfferEnded out -> "ended %s %s %s".formatted(name(out.id()), name(out.agent()), out.outcome());
        };
    }

    private static String action(Overflow.Action action) {
        return switch (action) {
            case Overflow.ToQueue(QueueId queue) -> "queue " + queue;
            case Overflow.Voicemail(String box) -> "voicemail " + box;
            case Overflow.OfferCallback offer -> "callback";
            case Overflow.SendAway(String message) -> "message " + message;
            case Overflow.AutoAnswer(String template) -> "answer " + template;
        };
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }

    String outputs(Iterable<Output> outputs) {
        return java.util.stream.StreamSupport.stream(outputs.spliterator(), false)
                .map(this::output)
                .collect(Collectors.joining("\n"));
    }
}
