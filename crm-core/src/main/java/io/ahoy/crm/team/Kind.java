package io.ahoy.crm.team;

import java.util.Arrays;
import java.util.Optional;

/** What can be configured, by the name that addresses and the history use. */
public enum Kind {
    SKILLS("skills", Skill.class),
    TEAMS("teams", AgentTeam.class),
    CALENDARS("calendars", Calendar.class),
    QUEUES("queues", Queue.class),
    BREAK_REASONS("breakReasons", BreakReason.class),
    DISPOSITIONS("dispositions", Disposition.class),
    AGENTS("agents", AgentRouting.class),
    CHANNELS("channels", ChannelRule.class),
    CUSTOMER_SEGMENTS("customerSegments", CustomerSegment.class),
    CASE_TYPES("caseTypes", CaseType.class),
    CASE_CATEGORIES("caseCategories", CaseCategory.class),
    MAIL_RULES("mailRules", MailRule.class),
    MAIL_TEMPLATES("mailTemplates", MailTemplate.class);

    private final String path;
    private final Class<? extends Configured> type;

    Kind(String path, Class<? extends Configured> type) {
        this.path = path;
        this.type = type;
    }

    public String path() {
        return path;
    }

    public Class<? extends Configured> type() {
        return type;
    }

    public static Optional<Kind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
