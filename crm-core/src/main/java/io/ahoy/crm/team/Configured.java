package io.ahoy.crm.team;

/**
 * Something that is configured while Ahoy runs. These records take whatever is written into them; {@link ConfigurationCheck} says
 * what is wrong with it, all at once.
 */
public sealed interface Configured
        permits Skill,
                AgentTeam,
                Calendar,
                Queue,
                BreakReason,
                Disposition,
                AgentRouting,
                ChannelRule,
                CustomerSegment,
                CaseType,
                CaseCategory,
                MailRule,
                MailTemplate {
    Kind kind();

    /** The id, as text. */
    String key();
}
