package io.ahoy.router.sim;

import io.ahoy.crm.team.AgentRouting;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.ConfigurationProblem;
import io.ahoy.crm.team.Configured;
import io.ahoy.crm.team.Interplay;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.Need;
import io.ahoy.crm.team.Overflow;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.QueueChoice;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.Versioned;
import io.ahoy.crm.team.Widening;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What is wrong between a scenario's queues and its agents, by the rules that the configuration of a real centre is held to. */
final class CentreCheck {
    private CentreCheck() {}

    /** Without circles that may be known never to happen, which a real centre may have as well. */
    static List<ConfigurationProblem> problems(Scenario scenario) {
        List<Versioned> queues = scenario.rules().stream()
                .map(CentreCheck::queue)
                .map(CentreCheck::first)
                .toList();
        List<Versioned> agents = scenario.crews().stream()
                .filter(crew -> crew.count() > 0)
                .map(CentreCheck::agent)
                .map(CentreCheck::first)
                .toList();
        return Interplay.problems(new Configuration(Map.of(Kind.QUEUES, queues, Kind.AGENTS, agents))).stream()
                .filter(problem -> !(problem.forcible() && problem.field().startsWith("overflow")))
                .toList();
    }

    private static Versioned first(Configured entity) {
        return new Versioned(entity, 1);
    }

    /** As far as it matters to others. */
    private static Queue queue(QueueRule rule) {
        String name = rule.id().value();
        Queue plain = new Queue(
                name,
                new Titles(name, name),
                name,
                Duration.ZERO,
                1,
                Duration.ZERO,
                rule.offerLimit(),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                name);
        return new Queue(
                name,
                plain.title(),
                plain.serviceLevelThreshold(),
                plain.serviceLevelTarget(),
                plain.serviceLevelInHours(),
                plain.shortAbandon(),
                new Need(
                        levels(rule.staffing().need().levels()),
                        teams(rule.staffing().need().groups())),
                rule.staffing().widening().stream().map(CentreCheck::widening).toList(),
                plain.strategy(),
                plain.priority(),
                plain.offerLimit(),
                plain.noAnswer(),
                plain.wrapUp(),
                rule.overflow().stream().map(CentreCheck::overflow).toList(),
                plain.calendar(),
                plain.callback(),
                plain.announceEvery(),
                plain.delivery(),
                plain.musicClass());
    }

    private static AgentRouting agent(Scenario.Crew crew) {
        Abilities can = crew.abilities();
        // In a real centre who has no skill at all only supervises; here he takes what asks for none.
        SortedMap<String, Integer> skills =
                can.levels().isEmpty() ? new TreeMap<>(Map.of(crew.name(), Need.LEVEL_MIN)) : levels(can.levels());
        return new AgentRouting(
                new UUID(3, crew.name().hashCode()),
                skills,
                teams(can.groups()),
                Collections.emptySortedMap(),
                new QueueChoice.BestRank());
    }

    private static Widening widening(io.ahoy.router.acd.Widening step) {
        return new Widening(
                step.after(), step.changes().stream().map(CentreCheck::change).toList());
    }

    private static Widening.Change change(io.ahoy.router.acd.Widening.Change change) {
        return switch (change) {
            case io.ahoy.router.acd.Widening.LowerLevel(SkillId skill, int level) ->
                new Widening.LowerLevel(skill.value(), level);
            case io.ahoy.router.acd.Widening.DropSkill(SkillId skill) -> new Widening.DropSkill(skill.value());
            case io.ahoy.router.acd.Widening.AddGroup(GroupId group) -> new Widening.AddTeam(group.value());
        };
    }

    private static Overflow overflow(io.ahoy.router.acd.Overflow step) {
        return new Overflow(when(step.when()), action(step.action()));
    }

    private static Overflow.When when(io.ahoy.router.acd.Overflow.When when) {
        return switch (when) {
            case io.ahoy.router.acd.Overflow.Full full -> new Overflow.Full(full.waiting());
            case io.ahoy.router.acd.Overflow.Closed ignored -> new Overflow.Closed();
            case io.ahoy.router.acd.Overflow.Closing ignored -> new Overflow.Closing();
            case io.ahoy.router.acd.Overflow.NoAgent ignored -> new Overflow.NoAgent();
            case io.ahoy.router.acd.Overflow.Waited waited -> new Overflow.Waited(waited.after());
            case io.ahoy.router.acd.Overflow.EstimatedOver over -> new Overflow.EstimatedOver(over.limit());
        };
    }

    private static Overflow.Action action(io.ahoy.router.acd.Overflow.Action action) {
        return switch (action) {
            case io.ahoy.router.acd.Overflow.ToQueue to ->
                new Overflow.ToQueue(to.queue().value());
            case io.ahoy.router.acd.Overflow.Voicemail voicemail -> new Overflow.Voicemail(voicemail.box());
            case io.ahoy.router.acd.Overflow.OfferCallback ignored -> new Overflow.OfferCallback();
            case io.ahoy.router.acd.Overflow.SendAway away -> new Overflow.SendAway(away.message());
            // A scenario has no texts; whoever is answered leaves, as one who is sent away.
            case io.ahoy.router.acd.Overflow.AutoAnswer answer -> new Overflow.SendAway(answer.template());
        };
    }

    private static SortedMap<String, Integer> levels(SortedMap<SkillId, Integer> levels) {
        SortedMap<String, Integer> named = new TreeMap<>();
        levels.forEach((skill, level) -> named.put(skill.value(), level));
        return named;
    }

    private static SortedSet<String> teams(SortedSet<GroupId> groups) {
        SortedSet<String> named = new TreeSet<>();
        groups.forEach(group -> named.add(group.value()));
        return named;
    }
}
