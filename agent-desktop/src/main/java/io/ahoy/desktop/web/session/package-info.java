/** Signing in and out, and what a browser needs to know first. */
@NullMarked
package io.ahoy.desktop.web.session;

import org.jspecify.annotations.NullMarked;
