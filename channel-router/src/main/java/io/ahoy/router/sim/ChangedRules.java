package io.ahoy.router.sim;

import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.QueueRule;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a file changes about queues that are there: their names, and the keys of {@link QueueReader} below them. */
final class ChangedRules implements UnaryOperator<QueueRule> {
    private final YamlSection queues;
    private final QueueReader reader;

    private ChangedRules(YamlSection queues, QueueReader reader) {
        this.queues = queues;
        this.reader = reader;
    }

    /**
     * @param known every queue of the recording, by its last rule
     * @param names theirs
     */
    static ChangedRules read(YamlSection queues, Collection<QueueRule> known, List<String> names, ZoneId zone) {
        ChangedRules changed = new ChangedRules(queues, new QueueReader(names, zone, Collections.emptySortedMap()));
        names.forEach(queues::has);
        known.forEach(changed::apply);
        return changed;
    }

    @Override
    public QueueRule apply(QueueRule rule) {
        String name = rule.id().value();
        return queues.has(name) ? reader.read(queues.section(name), rule) : rule;
    }
}
