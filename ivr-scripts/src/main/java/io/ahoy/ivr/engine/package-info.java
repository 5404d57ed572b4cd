/**
 * Runs an IVR script: a pure, deterministic state machine. No clock, no I/O, no telephony; what the caller does arrives as an
 * {@link io.ahoy.ivr.engine.IvrInput}, what he is to hear leaves as an {@link io.ahoy.ivr.engine.IvrOutput}.
 */
@NullMarked
package io.ahoy.ivr.engine;

import org.jspecify.annotations.NullMarked;
