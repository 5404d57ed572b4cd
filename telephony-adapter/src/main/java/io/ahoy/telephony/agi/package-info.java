/** Callers come in: Asterisk runs FastAGI, we run the IVR script, and the caller gets a line to wait in. */
@NullMarked
package io.ahoy.telephony.agi;

import org.jspecify.annotations.NullMarked;
