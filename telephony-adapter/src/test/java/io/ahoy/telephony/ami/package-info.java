/** The link against a manager interface that the tests play. */
@NullMarked
package io.ahoy.telephony.ami;

import org.jspecify.annotations.NullMarked;
