package io.ahoy.desktop.web.mail;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.MailRule;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.router.channel.email.rule.DryRun;
import io.ahoy.router.channel.email.rule.RuleLanguage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /mail-rules/dry-run}: what rules, those that are configured or others, would have made of the mails that came last. */
public final class MailRuleRoutes {
    private static final int MAILS = 50;

    /** The database counts through those that are left out. */
    private static final int SKIP_MAX = 10_000;

    private final Configurations configurations;
    private final DryRun dryRun;
    private final RuleLanguage language = new RuleLanguage();

    public MailRuleRoutes(Configurations configurations, DryRun dryRun) {
        this.configurations = configurations;
        this.dryRun = dryRun;
    }

    public void register(Api api) {
        api.postLarge("/mail-rules/dry-run", Access.to(Action.READ, Subject.CONFIGURATION), this::run);
    }

    private record Body(Optional<List<MailRule>> rules, Optional<Integer> limit, Optional<Integer> skip) {}

    private record Page(List<TrialView> items) {}

    private record TrialView(
            UUID mail,
            Instant at,
            MailAddress from,
            String subject,
            Decision now,
            Optional<Decision> before,
            List<String> differs,
            Map<String, String> failed) {
        static TrialView of(DryRun.Trial trial) {
            return new TrialView(
                    trial.mail(),
                    trial.at(),
                    trial.from(),
                    trial.subject(),
                    trial.decision(),
                    trial.before(),
                    trial.differs(),
                    trial.failed());
        }
    }

    private Answer run(Request request) throws IOException {
        Body body = request.body(Body.class);
        int limit = body.limit().orElse(MAILS);
        if (limit < 1 || limit > DryRun.MAILS_MAX) {
            throw Problem.unprocessable("limit", limit + "; write 1 to " + DryRun.MAILS_MAX + ".");
        }
        int skip = body.skip().orElse(0);
        if (skip < 0 || skip > SKIP_MAX) {
            throw Problem.unprocessable("skip", skip + "; write 0 to " + SKIP_MAX + ".");
        }
        Configuration configuration = configurations.read();
        List<MailRule> rules = body.rules().orElseGet(configuration::mailRules);
        requireReadable(rules);
        return Answer.of(new Page(dryRun.run(rules, configuration, limit, skip).stream()
                .map(TrialView::of)
                .toList()));
    }

    private void requireReadable(List<MailRule> rules) {
        List<Problem.Wrong> wrong = new ArrayList<>();
        for (MailRule rule : rules) {
            language.fault(rule.when())
                    .ifPresent(fault -> wrong.add(new Problem.Wrong(
                            Kind.MAIL_RULES.path(),
                            rule.id(),
                            "when",
                            "Line " + fault.line() + ", column " + fault.column() + ": " + fault.reason() + ".",
                            false)));
        }
        if (!wrong.isEmpty()) {
            throw Problem.wrong(wrong);
        }
    }
}
