/** Figures of the past. */
@NullMarked
package io.ahoy.desktop.web.report;

import org.jspecify.annotations.NullMarked;
