package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A queue as the core keeps it. Its deadline is the next moment at which it opens or closes. */
final class Queue extends Timed {
    final QueueId id;
    QueueRule rule;

    // ---- of its rule, at hand because every offer asks for them

    Duration offerLimit;
    Duration wrapUpLimit;
    Strategy strategy;
    QueueRule.Priority priority;
    Duration announceEvery;
    List<Overflow> overflow;
    /** Its time limits, the shortest first. */
    List<Overflow> limits;

    // ---- how it stands

    /** When those who wait by then leave, because its hours end; absent while it is closed, or lets them wait on. */
    Optional<Instant> closesAt = Optional.empty();

    /** No longer configured, but somebody who came for it is still here. */
    boolean removed;

    /** Those in which somebody waits: one, unless some are further in the widening or ask for more. */
    private final List<Line> lines = new ArrayList<>(1);

    Pace pace = Pace.UNKNOWN;
    /** How far it has come with its share of the agents: {@link Shares}. */
    long passed;

    private final Map<Key, Course> courses = new LinkedHashMap<>();
    /** Of those who ask for nothing themselves, by channel: nearly everybody. */
    private final @Nullable Course[] plain = new Course[Channel.values().length];

    private record Key(SortedMap<SkillId, Integer> levels, Channel channel) {}

    Queue(QueueRule rule) {
        this.id = rule.id();
        follow(rule);
    }

    void follow(QueueRule other) {
        rule = other;
        offerLimit = other.offerLimit();
        wrapUpLimit = other.wrapUp().limit();
        strategy = other.staffing().strategy();
        priority = other.priority();
        announceEvery = other.announceEvery();
        overflow = other.overflow();
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
                new Key(levels, channel), key -> needs.course(rule.staffing(), levels, channel, letsWait(channel)));
        if (plainly) {
            plain[channel.ordinal()] = course;
        }
        return course;
    }

    void forgetCourses(Needs needs) {
        courses.values().forEach(course -> course.outdated = true);
        courses.values().stream().flatMap(course -> course.needs().stream()).forEach(need -> {
            need.courses--;
            need.forget(id);
            needs.perhapsForget(need);
        });
        courses.clear();
        Arrays.fill(plain, null);
    }

    /** Whether what comes by this channel waits to be taken. */
    boolean letsWait(Channel channel) {
        return rule.delivery().letsWait(channel);
    }

    void begun(Line line) {
        lines.add(line);
    }

    void emptied(Line line) {
        lines.remove(line);
    }

    /** Over all its lines. */
    int waiting() {
        int all = 0;
        for (Line line : lines) {
            all += line.waiting.size();
        }
        return all;
    }

    /** How many who are offered to agents are ahead of him, whether he waits here or not. */
    int ahead(Contact contact) {
        int all = 0;
        for (Line line : lines) {
            all += line.need.pulled ? 0 : line.waiting.ahead(contact);
        }
        return all;
    }

    /** In their order. */
    List<Contact> everybody() {
        List<Contact> all = new ArrayList<>();
        lines.forEach(line -> all.addAll(line.waiting.all()));
        Collections.sort(all);
        return all;
    }

    Contact head() {
        return Collections.min(lines.stream().map(Line::head).toList());
    }

    /** @param change when it opens or closes next */
    void hoursChange(Optional<Instant> change) {
        boolean sendsAway = rule.overflow().stream().anyMatch(way -> way.when() instanceof Overflow.Closing);
        closesAt = change.filter(at -> sendsAway && isOpen(at.minusMillis(1)));
    }

    boolean isOpen(Instant now) {
        return rule.hours().isEmpty() || rule.hours().get().isOpen(now);
    }
}
