package io.ahoy.router.sim;

import io.ahoy.config.ConfigProblems;
import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.QueueRule;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a file changes about queues that are there: {@code queues:}, their names, and the keys of {@link QueueReader} below them. */
final class ChangedRules implements UnaryOperator<QueueRule> {
    private final YamlSection queues;
    private final QueueReader reader;

    private ChangedRules(YamlSection queues, QueueReader reader) {
        this.queues = queues;
        this.reader = reader;
    }

    /** @param known every queue of the recording, by its last rule */
    static ChangedRules read(Path path, Collection<QueueRule> known, ZoneId zone) throws ConfigProblems {
        YamlSection file = YamlSection.of(path);
        YamlSection queues = file.section("queues");
        List<String> names =
                known.stream().map(rule -> rule.id().value()).sorted().toList();
        ChangedRules changed = new ChangedRules(queues, new QueueReader(names, zone));
        names.forEach(queues::has);
        known.forEach(changed::apply);
        if (queues.names().isEmpty()) {
            file.wrong("queues", "is missing or empty, so that nothing would change");
        }
        file.finish();
        return changed;
    }

    @Override
    public QueueRule apply(QueueRule rule) {
        String name = rule.id().value();
        return queues.has(name) ? reader.read(queues.section(name), rule) : rule;
    }
}
