/**
 * The routing decision: a pure, deterministic state machine. No clock, no I/O, no randomness, nothing but {@code java.*};
 * everything it knows arrives as an {@link io.ahoy.router.acd.Input}, everything it wants leaves as an
 * {@link io.ahoy.router.acd.Output}.
 */
@NullMarked
package io.ahoy.router.acd;

import org.jspecify.annotations.NullMarked;
