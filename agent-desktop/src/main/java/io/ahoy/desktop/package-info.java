/** The program: what the command line starts. */
@NullMarked
package io.ahoy.desktop;

import org.jspecify.annotations.NullMarked;
