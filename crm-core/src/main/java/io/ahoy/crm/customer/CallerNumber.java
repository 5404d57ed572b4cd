package io.ahoy.crm.customer;

import java.util.Optional;

/**
 * A number as the network delivered it, made safe to show.
 *
 * @param withheld the caller does not show his number
 * @param e164 the number with its plus sign, when it is one
 * @param raw what came, without control and direction characters, at most 64 characters; empty when withheld
 */
public record CallerNumber(boolean withheld, Optional<String> e164, String raw) {}
