package io.ahoy.crm.mail;

import java.util.UUID;

/**
 * A mail that an agent begins by himself.
 *
 * @param interaction that it becomes; its conversation, and the mail that begins it, have the same id
 * @param customer whom it is for
 * @param address that it was begun for; may be empty
 */
public record NewMail(UUID interaction, UUID author, UUID customer, String address) {}
