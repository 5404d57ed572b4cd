package io.ahoy.crm.team;

/** What agents can do at some level from {@link Need#LEVEL_MIN} to {@link Need#LEVEL_MAX}. */
public record Skill(String id, Titles title) implements Configured {
    @Override
    public Kind kind() {
        return Kind.SKILLS;
    }

    @Override
    public String key() {
        return id;
    }
}
