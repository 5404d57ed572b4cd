package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plays a scenario written as a table, one step a line or separated by {@code |}. {@code at 20s} moves the time, letting deadlines run
 * out on the way; the rest of the line happens then. {@code expect} looks at the state, {@code says} at the outputs since the last
 * step that did something. The words are those of {@link #act} and {@link #expect}.
 */
final class Scenario {
    record Text(String title, String body) {}

    private final Names names = new Names();
    private final Map<String, Segment> segments = new TreeMap<>();
    private final Map<InteractionId, InteractionView> last = new TreeMap<>();
    private List<Output> said = new ArrayList<>();
    private final Acd acd;
    private Instant now = Names.START;

    private Scenario(Lifecycle.Witness witness) {
        acd = new Acd(Image.EMPTY, witness);
        apply(new Input.QueuesChanged(List.of(rule("sales"), rule("support"))));
    }

    static void play(Text scenario, Lifecycle.Witness witness) {
        Scenario scene = new Scenario(witness);
        int line = 0;
        for (String step : scenario.body().split("[\n|]", -1)) {
            line++;
            String text = step.replaceAll("--.*", "").strip();
            try {
                if (!text.isEmpty()) {
                    scene.step(text);
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "%s, step %d, at %s: \"%s\": %s%nsaid:%n%s"
                                .formatted(
                                        scenario.title(),
                                        line,
                                        Names.time(scene.now),
                                        text,
                                        e,
                                        scene.names.outputs(scene.said)),
                        e);
            }
        }
    }

    /** {@code == title}, then its steps. */
    static Stream<Text> read(String file) {
        return Arrays.stream(file.split("(?m)^== ", -1)).skip(1).map(part -> {
            int end = part.indexOf('\n');
            return new Text(part.substring(0, end).strip(), part.substring(end));
        });
    }

    static QueueRule rule(String name) {
        return SampleQueues.rule(name);
    }

    private void step(String text) {
        if (text.startsWith("at ")) {
            int end = text.indexOf(' ', 3);
            goTo(Names.START.plus(duration(end < 0 ? text.substring(3) : text.substring(3, end))));
            if (end > 0) {
                step(text.substring(end + 1));
            }
            return;
        }
        if (text.startsWith("expect ")) {
            expect(text.substring(7));
            return;
        }
        said = new ArrayList<>();
        act(text.split(" ", -1));
    }

    private void goTo(Instant at) {
        assertThat(at).as("time goes on").isAfterOrEqualTo(now);
        said = new ArrayList<>();
        while (acd.nextDeadline().isPresent() && !acd.nextDeadline().get().isAfter(at)) {
            now = acd.nextDeadline().get();
            heard(acd.tick(now));
        }
        now = at;
    }

    private void act(String[] w) {
        switch (w[0]) {
            case "arrive" ->
                apply(new Input.Arrived(
                        Names.interaction(w[1]),
                        after(w, "by").map(Channel::valueOf).orElse(Channel.VOICE),
                        new QueueId(w[2]),
                        after(w, "since")
                                .map(at -> Names.START.plus(duration(at)))
                                .orElse(now),
                        wish(w)));
            case "front" -> apply(new Input.MovedToFront(Names.interaction(w[1])));
            case "move" -> apply(new Input.MovedToQueue(Names.interaction(w[1]), new QueueId(w[2])));
            case "queues" ->
                apply(new Input.QueuesChanged(
                        Arrays.stream(w[1].split(",")).map(Scenario::rule).toList()));
            case "zone" ->
                apply(new Input.QueuesChanged(
                        acd.image().queues(), acd.image().channels(), Optional.of(ZoneId.of(w[1]))));
            case "outage" -> apply(new Input.Outage(duration(w[1])));
            case "offer" ->
                apply(
                        switch (w[2]) {
                            case "accepted" -> new Input.OfferAccepted(Names.offer(w[1]));
                            case "declined" -> new Input.OfferDeclined(Names.offer(w[1]));
                            case "connected" -> new Input.Connected(Names.offer(w[1]));
                            case "failed" -> new Input.OfferFailed(Names.offer(w[1]), OfferFailure.valueOf(w[3]));
                            case "unconnected" ->
                                new Input.ConnectFailed(Names.offer(w[1]), ConnectFailure.valueOf(w[3]));
                            default -> throw new AssertionError("unknown step: " + w[2]);
                        });
            default -> {
                if (w[0].startsWith("#")) {
                    customer(Names.interaction(w[0]), w);
                } else {
                    agent(names.agent(w[0]), w);
                }
            }
        }
    }

    private static Optional<String> after(String[] w, String word) {
        int at = Arrays.asList(w).indexOf(word);
        return at < 0 ? Optional.empty() : Optional.of(w[at + 1]);
    }

    /** {@code needing german:7,english:1 tier 1 early 30s for anna 20s never bo,chen} */
    private Wish wish(String[] w) {
        Wish wish = Wish.NONE
                .skills(after(w, "needing").map(Scenario::levels).orElseGet(TreeMap::new))
                .tier(after(w, "tier").map(Integer::parseInt).orElse(0))
                .headStart(after(w, "early").map(Scenario::duration).orElse(Duration.ZERO));
        int preferred = Arrays.asList(w).indexOf("for");
        if (preferred >= 0) {
            wish = wish.preferring(names.agent(w[preferred + 1]), duration(w[preferred + 2]));
        }
        TreeSet<AgentId> never = new TreeSet<>();
        after(w, "never")
                .ifPresent(
                        list -> Arrays.stream(list.split(",")).map(names::agent).forEach(never::add));
        return wish.never(never);
    }

    /** {@code anna in sales:5,german of day,night by support,sales}; without a level it is the highest; {@code by share} */
    private static Abilities abilities(String[] w) {
        TreeSet<GroupId> groups = new TreeSet<>();
        after(w, "of")
                .ifPresent(
                        list -> Arrays.stream(list.split(",")).map(GroupId::new).forEach(groups::add));
        QueueChoice choice = after(w, "by")
                .<QueueChoice>map(order -> order.equals("share")
                        ? new WeightedShare()
                        : new OwnOrder(Arrays.stream(order.split(","))
                                .map(QueueId::new)
                                .toList()))
                .orElse(BestRank.INSTANCE);
        TreeMap<Channel, Integer> limits = new TreeMap<>();
        after(w, "chats").ifPresent(limit -> limits.put(Channel.CHAT, Integer.parseInt(limit)));
        return new Abilities(levels(w[2]), groups, limits, choice);
    }

    private static TreeMap<SkillId, Integer> levels(String list) {
        TreeMap<SkillId, Integer> levels = new TreeMap<>();
        for (String one : list.split(",")) {
            String[] parts = one.split(":");
            levels.put(new SkillId(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : SkillNeed.LEVEL_MAX);
        }
        return levels;
    }

    private void customer(InteractionId id, String[] w) {
        apply(
                switch (w[1]) {
                    case "leaves" -> new Input.Abandoned(id, EndCause.ABANDONED);
                    case "ends" -> new Input.Ended(id, EndCause.valueOf(w[2]));
                    case "withdrawn" ->
                        new Input.Withdrawn(
                                id,
                                EndCause.valueOf(w[2]),
                                w.length > 4 ? Optional.of(names.agent(w[4])) : Optional.empty());
                    case "loses" -> new Input.AgentLost(id);
                    case "callback" ->
                        new Input.CallbackChosen(id, w.length > 2 ? Names.START.plus(duration(w[2])) : now);
                    default -> throw new AssertionError("unknown step: " + w[1]);
                });
    }

    private void agent(AgentId agent, String[] w) {
        switch (w[1]) {
            case "in" -> apply(new Input.SeatSignedIn(agent, abilities(w), new BreakReason("lunch")));
            case "ready" -> apply(new Input.SeatResumed(agent));
            case "break" -> apply(new Input.SeatPaused(agent, new BreakReason(w[2])));
            case "out" -> apply(new Input.SeatSignedOut(agent));
            case "accepts" -> apply(new Input.OfferAccepted(offer(agent)));
            case "declines" -> apply(new Input.OfferDeclined(offer(agent)));
            case "fails" -> apply(new Input.OfferFailed(offer(agent), OfferFailure.valueOf(w[2])));
            case "connects" -> apply(new Input.Connected(offer(agent)));
            case "unconnected" -> apply(new Input.ConnectFailed(offer(agent), ConnectFailure.valueOf(w[2])));
            case "talks" -> {
                apply(new Input.OfferAccepted(offer(agent)));
                apply(new Input.Connected(offer(agent)));
            }
            case "done" ->
                apply(
                        w.length > 2
                                ? new Input.WrapUpDone(agent, Optional.of(Names.interaction(w[2])))
                                : new Input.WrapUpDone(agent));
            case "extends" -> apply(new Input.WrapUpExtended(agent));
            case "takes" -> apply(new Input.Taken(Names.interaction(w[2]), agent));
            case "hangs" -> apply(new Input.EndAsked(Names.interaction(w[3]), agent));
            case "reattaches" -> apply(new Input.ReattachAsked(Names.interaction(w[2]), agent));
            case "transfers" ->
                apply(new Input.TransferAsked(
                        Names.interaction(w[2]),
                        agent,
                        w[3].equals("out")
                                ? new TransferTarget.ToNumber(w[4])
                                : new TransferTarget.ToQueue(new QueueId(w[4]))));
            default -> throw new AssertionError("unknown step: " + w[1]);
        }
    }

    private void expect(String text) {
        if (text.equals("silence")) {
            assertThat(names.outputs(said)).isEmpty();
            return;
        }
        if (text.startsWith("says ")) {
            assertThat(names.outputs(said).lines()).contains(text.substring(5));
            return;
        }
        if (text.startsWith("never says ")) {
            assertThat(names.outputs(said).lines()).noneMatch(line -> line.startsWith(text.substring(11)));
            return;
        }
        if (text.startsWith("segment ")) {
            String[] w = text.split(" ", -1);
            assertThat("segment " + names.segment(Invariants.known(segments, w[1])))
                    .isEqualTo(text);
            return;
        }
        int space = text.indexOf(' ');
        String whom = text.substring(0, space);
        String expected = text.substring(space + 1);
        if (expected.startsWith("next ")) {
            Optional<Instant> due =
                    Invariants.known(last, Names.interaction(whom)).due();
            assertThat(due.map(Names::time).orElse("never")).isEqualTo(expected.substring(5));
            return;
        }
        if (whom.startsWith("#")) {
            assertThat(names.interaction(Invariants.known(last, Names.interaction(whom))))
                    .isEqualTo(expected);
            return;
        }
        String seat = seat(names.agent(whom)).map(names::seat).orElse("signed-out");
        assertThat(seat).isEqualTo(expected);
    }

    private void apply(Input input) {
        heard(acd.apply(input, now));
    }

    private void heard(List<Output> outputs) {
        said.addAll(outputs);
        for (Output output : outputs) {
            if (output instanceof Output.SegmentChanged changed) {
                Segment segment = changed.segment();
                segments.put(Names.name(segment.interaction()) + "/" + segment.number(), segment);
            }
            if (output instanceof Output.InteractionChanged changed) {
                last.put(changed.interaction().id(), changed.interaction());
            }
        }
        Invariants.check(acd.image(), outputs, now);
        Invariants.restoresItself(acd.image());
    }

    private Optional<SeatView> seat(AgentId agent) {
        return acd.image().seats().stream()
                .filter(seat -> seat.agent().equals(agent))
                .findFirst();
    }

    private OfferId offer(AgentId agent) {
        Optional<OfferId> undecided = seat(agent).stream()
                .flatMap(seat -> seat.works().stream())
                .filter(work -> work.state() == WorkState.OFFERED || work.state() == WorkState.CONNECTING)
                .map(WorkView::offer)
                .findFirst();
        return undecided
                .or(() -> seat(agent).flatMap(SeatView::offer))
                .orElseThrow(() -> new AssertionError("no offer at his seat"));
    }

    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
