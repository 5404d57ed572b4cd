package io.ahoy.crm.history;

import java.time.Duration;
import java.time.Instant;

/**
 * One minute of one queue, counted by when customers entered it, like every other figure.
 *
 * @param at start of the minute
 * @param maxWait of those who were answered or abandoned; zero when there were none
 */
public record MinuteFigures(Instant at, int answered, int abandoned, Duration maxWait) {}
