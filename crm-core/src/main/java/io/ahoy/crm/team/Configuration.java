package io.ahoy.crm.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that is configured, each kind in the operator's order. */
public record Configuration(Map<Kind, List<Versioned>> entities) {
    public Configuration {
        Map<Kind, List<Versioned>> copy = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            copy.put(kind, List.copyOf(entities.getOrDefault(kind, List.of())));
        }
        entities = Collections.unmodifiableMap(copy);
    }

    public List<Versioned> of(Kind kind) {
        return entities.getOrDefault(kind, List.of());
    }

    public Optional<Versioned> find(Kind kind, String key) {
        return of(kind).stream().filter(is(key)).findFirst();
    }

    public boolean has(Kind kind, String key) {
        return find(kind, key).isPresent();
    }

    public List<Queue> queues() {
        return all(Kind.QUEUES, Queue.class);
    }

    public Optional<Queue> queue(String id) {
        return queues().stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    public List<Calendar> calendars() {
        return all(Kind.CALENDARS, Calendar.class);
    }

    public List<AgentRouting> agents() {
        return all(Kind.AGENTS, AgentRouting.class);
    }

    public List<ChannelRule> channels() {
        return all(Kind.CHANNELS, ChannelRule.class);
    }

    /** In the order in which they are asked. */
    public List<MailRule> mailRules() {
        return all(Kind.MAIL_RULES, MailRule.class);
    }

    public List<MailTemplate> mailTemplates() {
        return all(Kind.MAIL_TEMPLATES, MailTemplate.class);
    }

    <T> List<T> all(Kind kind, Class<T> type) {
        return of(kind).stream().map(one -> type.cast(one.entity())).toList();
    }

    /** In the place of the one with its id, or last. */
    Configuration with(Configured entity, long version) {
        List<Versioned> changed = new ArrayList<>(of(entity.kind()));
        Versioned now = new Versioned(entity, version);
        if (changed.stream().anyMatch(is(entity.key()))) {
            changed.replaceAll(one -> is(entity.key()).test(one) ? now : one);
        } else {
            changed.add(now);
        }
        return with(entity.kind(), changed);
    }

    Configuration without(Kind kind, String key) {
        return with(kind, of(kind).stream().filter(is(key).negate()).toList());
    }

    private Configuration with(Kind kind, List<Versioned> changed) {
        Map<Kind, List<Versioned>> copy = new EnumMap<>(entities);
        copy.put(kind, changed);
        return new Configuration(copy);
    }

    private static Predicate<Versioned> is(String key) {
        return one -> one.entity().key().equals(key);
    }
}
