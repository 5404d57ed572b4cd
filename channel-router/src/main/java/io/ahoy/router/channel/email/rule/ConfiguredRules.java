package io.ahoy.router.channel.email.rule;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.team.Configuration;
import io.ahoy.router.channel.email.arrive.Route;
import io.ahoy.router.channel.email.arrive.Rules;
import io.ahoy.router.channel.email.arrive.Understood;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that are configured, as they are now. */
public final class ConfiguredRules implements Rules {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredRules.class);

    private final RuleLanguage language = new RuleLanguage();
    private final ZoneId zone;
    private volatile Current current;

    /** @param told rules whose failure stands in the log already */
    private record Current(RuleBook book, Set<String> told) {}

    /** @param zone of the centre, in which rules tell the hour */
    public ConfiguredRules(Configuration configuration, ZoneId zone) {
        this.zone = zone;
        this.current = read(configuration);
    }

    /** From the next mail on. */
    public void follow(Configuration configuration) {
        current = read(configuration);
    }

    private Current read(Configuration configuration) {
        return new Current(
                new RuleBook(configuration.mailRules(), configuration, language, zone), ConcurrentHashMap.newKeySet());
    }

    @Override
    public Route route(Understood mail, Mailbox mailbox, Optional<Customer> customer, boolean followUp) {
        Current now = current;
        RuleBook.Judgement judgement = now.book().judge(mail, mailbox, customer, followUp);
        judgement.failed().forEach((rule, why) -> {
            if (now.told().add(rule)) {
                LOG.warn(
                        "Mail rule {} fails and counts as not matching, at mail {} first: {}. Correct its expression.",
                        rule,
                        mail.mail().id(),
                        why);
            }
        });
        return Route.of(judgement.decision());
    }
}
