/** Who is asking, and whether he may: sign-in, sessions, and the checks before every verb and every feed. */
@NullMarked
package io.ahoy.desktop.auth;

import org.jspecify.annotations.NullMarked;
