/** Puts the parts together with plain {@code new}, starts them in order and stops them in reverse. */
@NullMarked
package io.ahoy.desktop.wiring;

import org.jspecify.annotations.NullMarked;
