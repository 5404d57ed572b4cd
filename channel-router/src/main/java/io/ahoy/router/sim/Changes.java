package io.ahoy.router.sim;

import io.ahoy.config.ConfigProblems;
import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.QueueRule;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What a file changes about the centre that was recorded.
 *
 * @param rules of every queue
 */
record Changes(UnaryOperator<QueueRule> rules, ChangedStaff staff) {
    static final Changes NONE = new Changes(rule -> rule, ChangedStaff.NONE);

    /**
     * {@code queues:}, {@code agents:}, or both.
     *
     * @param queues every queue of the recording, by its last rule
     * @param agents every agent of the recording, by what he is called
     */
    static Changes read(Path path, Collection<QueueRule> queues, SortedMap<String, AgentId> agents, ZoneId zone)
            throws ConfigProblems {
        YamlSection file = YamlSection.of(path);
        List<String> names =
                queues.stream().map(rule -> rule.id().value()).sorted().toList();
        ChangedRules rules = ChangedRules.read(file.section("queues"), queues, names, zone);
        ChangedStaff staff = new StaffReader(agents, names, zone).read(file.section("agents"));
        if (!file.has("queues") && !file.has("agents")) {
            file.wrong("queues", "is missing, and so is \"agents\", so that nothing would change");
        }
        file.finish();
        return new Changes(rules, staff);
    }
}
