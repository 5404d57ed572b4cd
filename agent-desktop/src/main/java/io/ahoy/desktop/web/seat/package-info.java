/** An agent's seat: ready, on a break, signed out, and which device rings for it. */
@NullMarked
package io.ahoy.desktop.web.seat;

import org.jspecify.annotations.NullMarked;
