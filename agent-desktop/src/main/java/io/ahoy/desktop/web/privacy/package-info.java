/** What people may ask about themselves, and how long things are kept. */
@NullMarked
package io.ahoy.desktop.web.privacy;

import org.jspecify.annotations.NullMarked;
