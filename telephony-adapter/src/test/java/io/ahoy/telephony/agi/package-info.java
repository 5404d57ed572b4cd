/** What goes out over AGI. */
@NullMarked
package io.ahoy.telephony.agi;

import org.jspecify.annotations.NullMarked;
