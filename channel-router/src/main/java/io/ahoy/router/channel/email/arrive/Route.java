package io.ahoy.router.channel.email.arrive;

import io.ahoy.router.acd.SkillId;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a mail goes.
 *
 * @param skills that it needs itself, with their levels
 * @param caseType of the case that it opens when it begins something new
 * @param dropped it goes nowhere: the rule that said so
 */
public record Route(
        String queue,
        SortedMap<SkillId, Integer> skills,
        int tier,
        Duration headStart,
        Optional<String> caseType,
        Optional<String> dropped) {
    public Route {
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }

    public static Route to(String queue, Optional<String> caseType) {
        return new Route(queue, Collections.emptySortedMap(), 0, Duration.ZERO, caseType, Optional.empty());
    }
}
