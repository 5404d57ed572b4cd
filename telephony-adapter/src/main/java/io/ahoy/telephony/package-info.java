/** Calls through Asterisk: the door for the assembly is {@link io.ahoy.telephony.Voice}. */
@NullMarked
package io.ahoy.telephony;

import org.jspecify.annotations.NullMarked;
