/** The configuration in the router's words, and how the running router follows it. */
@NullMarked
package io.ahoy.desktop.routing;

import org.jspecify.annotations.NullMarked;
