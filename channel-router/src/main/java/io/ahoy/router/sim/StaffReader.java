package io.ahoy.router.sim;

import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.BestRank;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code agents:} of a what-if replay: {@code add}, {@code remove}, {@code change}. */
final class StaffReader {
    private static final Abilities NOTHING = new Abilities(
            Collections.emptySortedMap(),
            Collections.emptySortedSet(),
            Collections.emptySortedMap(),
            BestRank.INSTANCE);

    private final SortedMap<String, AgentId> agents;
    private final AgentReader reader;
    private final ZoneId zone;

    /**
     * @param agents who there are, by what they are called
     * @param queues all that there are
     */
    StaffReader(SortedMap<String, AgentId> agents, List<String> queues, ZoneId zone) {
        this.agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
        this.reader = new AgentReader(queues);
        this.zone = zone;
    }

    ChangedStaff read(YamlSection in) {
        List<ChangedStaff.Added> added = new ArrayList<>();
        in.sections("add").forEach(one -> added(one).ifPresent(added::add));
        SortedSet<AgentId> removed = new TreeSet<>();
        in.texts("remove").forEach(name -> agent(in, "remove", name).ifPresent(removed::add));
        SortedMap<AgentId, ChangedStaff.Change> changed = new TreeMap<>();
        YamlSection changes = in.section("change");
        for (String name : changes.names()) {
            YamlSection change = changes.section(name);
            agent(changes, name, name).ifPresent(agent -> changed.put(agent, change(change)));
        }
        return new ChangedStaff(added, removed, changed, zone);
    }

    private Optional<ChangedStaff.Added> added(YamlSection in) {
        int count = in.wholeNumber("count", 1, AgentReader.COUNT_MAX).orElse(1);
        List<Scenario.Shift> shifts = reader.shifts(in);
        ChangedStaff.Change change = change(in);
        if (in.has("like")) {
            if (in.has("shifts")) {
                in.wrong("shifts", "does not go with \"like\": who is like somebody is there when he is");
            }
            return in.text("like")
                    .flatMap(name -> agent(in, "like", name))
                    .map(like -> new ChangedStaff.Added(count, Optional.of(like), change, shifts));
        }
        if (!in.has("skills")) {
            in.wrong("skills", "is missing: say what they can do, or \"like\" with the name of an agent");
        }
        return Optional.of(new ChangedStaff.Added(count, Optional.empty(), change, shifts));
    }

    /** Read once for what is wrong with it, and again for each whom it changes. */
    private ChangedStaff.Change change(YamlSection in) {
        reader.abilities(in, NOTHING);
        return base -> reader.abilities(in, base.orElse(NOTHING));
    }

    private Optional<AgentId> agent(YamlSection in, String key, String name) {
        Words.refer(in, key, name, List.copyOf(agents.keySet()));
        return Optional.ofNullable(agents.get(name));
    }
}
