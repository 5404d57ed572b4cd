package io.ahoy.router.channel.email.rule;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.MailRule;
import io.ahoy.router.channel.QueueHours;
import io.ahoy.router.channel.email.arrive.Understood;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules in their order, compiled. Pure: the same mail at the same hour is always judged alike. */
final class RuleBook {
    private final List<Page> pages = new ArrayList<>();
    private final SortedMap<String, String> unreadable = new TreeMap<>();
    private final QueueHours hours;
    private final ZoneId zone;

    private record Page(MailRule rule, Condition condition) {}

    /** @param configuration for the hours of queues */
    RuleBook(List<MailRule> rules, Configuration configuration, RuleLanguage language, ZoneId zone) {
        this.zone = zone;
        rules.stream()
                .filter(MailRule::enabled)
                .sorted(Comparator.comparingInt(MailRule::place).thenComparing(MailRule::id))
                .forEach(rule -> read(rule, language));
        hours = new QueueHours(configuration);
    }

    private void read(MailRule rule, RuleLanguage language) {
        try {
            pages.add(new Page(rule, language.compile(rule.when())));
        } catch (RuleLanguage.Unreadable e) {
            unreadable.put(rule.id(), String.valueOf(e.getMessage()));
        }
    }

    /** @param failed by id: rules that could not be asked, which count as not matching, and why */
    record Judgement(Decision decision, SortedMap<String, String> failed) {}

    Judgement judge(Understood mail, Mailbox mailbox, Optional<Customer> customer, boolean followUp) {
        SortedMap<String, String> failed = new TreeMap<>(unreadable);
        if (pages.isEmpty()) {
            return new Judgement(Decision.of(mailbox.queue(), mailbox.caseType()), failed);
        }
        Instant came = mail.mail().at();
        Map<String, Object> facts =
                MailFacts.of(mail, mailbox, customer, followUp, came.atZone(zone), hours.isOpen(mailbox.queue(), came));
        List<MailRule> matching = new ArrayList<>();
        for (Page page : pages) {
            if (holds(page, facts, failed)) {
                matching.add(page.rule());
                if (page.rule().then().spam() || !page.rule().then().goOn()) {
                    break;
                }
            }
        }
        return new Judgement(together(matching, mailbox), failed);
    }

    private static boolean holds(Page page, Map<String, Object> facts, Map<String, String> failed) {
        try {
            return page.condition().holds(facts);
        } catch (Condition.Failed e) {
            failed.put(page.rule().id(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static Decision together(List<MailRule> rules, Mailbox mailbox) {
        SortedMap<String, Integer> skills = new TreeMap<>();
        SortedSet<String> tags = new TreeSet<>();
        Duration headStart = Duration.ZERO;
        int tier = 0;
        for (MailRule rule : rules) {
            rule.then().skills().forEach((skill, level) -> skills.merge(skill, level, Math::max));
            tags.addAll(rule.then().tags());
            headStart = headStart.plus(rule.then().headStart());
            tier = Math.max(tier, rule.then().tier());
        }
        return new Decision(
                rules.stream()
                        .flatMap(rule -> rule.then().queue().stream())
                        .findFirst()
                        .orElse(mailbox.queue()),
                rules.stream().map(MailRule::id).toList(),
                skills,
                tier,
                headStart,
                rules.stream()
                        .flatMap(rule -> rule.then().caseType().stream())
                        .findFirst()
                        .or(mailbox::caseType),
                tags,
                rules.stream().anyMatch(rule -> rule.then().spam()));
    }
}
