/** An Asterisk of our own, for whoever has none: the templates of {@code config/asterisk}, filled in, started and watched. */
@NullMarked
package io.ahoy.telephony.pbx;

import org.jspecify.annotations.NullMarked;
