package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.mail.Decision;
import io.ahoy.router.acd.SkillId;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a mail goes.
 *
 * @param decision as it is kept with the mail
 * @param skills that it needs itself, with their levels
 */
public record Route(Decision decision, SortedMap<SkillId, Integer> skills) {
    public Route {
        skills = Collections.unmodifiableSortedMap(new TreeMap<>(skills));
    }

    public static Route of(Decision decision) {
        SortedMap<SkillId, Integer> skills = new TreeMap<>();
        decision.skills().forEach((skill, level) -> skills.put(new SkillId(skill), level));
        return new Route(decision, skills);
    }

    public static Route to(String queue, Optional<String> caseType) {
        return of(Decision.of(queue, caseType));
    }

    public String queue() {
        return decision.queue();
    }

    public int tier() {
        return decision.tier();
    }

    public Duration headStart() {
        return decision.headStart();
    }

    /** Of the case that it opens when it begins something new. */
    public Optional<String> caseType() {
        return decision.caseType();
    }

    /** It goes nowhere: why. */
    public Optional<String> dropped() {
        return decision.dropped()
                ? Optional.of("Dropped as spam by the rule " + decision.rules().getLast() + ".")
                : Optional.empty();
    }
}
