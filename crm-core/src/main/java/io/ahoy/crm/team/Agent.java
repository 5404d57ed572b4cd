package io.ahoy.crm.team;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who signs in.
 *
 * @param login in lower case; capitals given are turned into it
 * @param extension what colleagues dial; also the name of his phone at the PBX
 * @param language BCP 47, of his desktop
 * @param skills decide which queues he serves
 */
public record Agent(
        UUID id, String login, String name, Role role, String extension, String language, Set<String> skills) {
    public Agent {
        login = login.toLowerCase(Locale.ROOT);
        skills = Set.copyOf(skills);
    }
}
