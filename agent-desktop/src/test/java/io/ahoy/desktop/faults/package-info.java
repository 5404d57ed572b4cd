/** What breaks in a real centre, done to the real Ahoy: processes killed, links cut, browsers gone, callers who mean harm. */
@NullMarked
package io.ahoy.desktop.faults;

import org.jspecify.annotations.NullMarked;
