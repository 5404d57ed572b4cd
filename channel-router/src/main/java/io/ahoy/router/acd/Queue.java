package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A queue as the core keeps it. Its deadline is the next end of its hours. */
final class Queue extends Timed {
    final QueueId id;
    QueueRule rule;
    /** Its time limits, the shortest first. */
    List<Overflow> limits;

    /** No longer configured, but somebody who came for it is still here. */
    boolean removed;

    /** Everybody who waits in it, over all its lines. */
    final Ranked waiting = new Ranked();

    Pace pace = Pace.UNKNOWN;
    /** How far it has come with its share of the agents: {@link Shares}. */
    long passed;

    private final Map<Key, Course> courses = new LinkedHashMap<>();
    /** Of those who ask for nothing themselves, by channel: nearly everybody. */
    private final @Nullable Course[] plain = new Course[Channel.values().length];


    private record Key(SortedMap<SkillId, Integer> levels, Channel channel) {}

    Queue(QueueRule rule) {
        this.id = rule.id();
        this.rule = rule;
        this.limits = limits(rule);
    }

    void follow(QueueRule other) {
        rule = other;
        limits = limits(other);
    }

    private static List<Overflow> limits(QueueRule rule) {
        return rule.overflow().stream()
                .filter(overflow -> overflow.when() instanceof Overflow.Waited)
                .sorted(Comparator.comparing(overflow -> ((Overflow.Waited) overflow.when()).after()))
                .toList();
    }

    Course course(SortedMap<SkillId, Integer> levels, Channel channel, Needs needs) {
        boolean plainly = levels.isEmpty();
        Course usual = plainly ? plain[channel.ordinal()] : null;
        if (usual != null) {
            return usual;
        }
        Course course = courses.computeIfAbsent(
                new Key(levels, channel), key -> needs.course(rule.staffing(), levels, channel));
        if (plainly) {
            plain[channel.ordinal()] = course;
        }
        return course;
    }

    void forgetCourses(Needs needs) {
        courses.values().stream().flatMap(course -> course.needs().stream()).forEach(need -> {
            need.courses--;
            need.forget(id);
            needs.perhapsForget(need);
        });
        courses.clear();
        Arrays.fill(plain, null);
    }

    boolean isOpen(Instant now) {
        return rule.hours().isEmpty() || rule.hours().get().isOpen(now);
    }
}
