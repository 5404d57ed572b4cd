/** The customers' records. */
@NullMarked
package io.ahoy.desktop.web.customer;

import org.jspecify.annotations.NullMarked;
