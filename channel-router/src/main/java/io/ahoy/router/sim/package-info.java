/** Seeded callers, agents and faults around the real router in virtual time, and the replay of what was recorded. */
@NullMarked
package io.ahoy.router.sim;

import org.jspecify.annotations.NullMarked;
