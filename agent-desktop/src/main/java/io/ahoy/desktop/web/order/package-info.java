/** Products and orders. */
@NullMarked
package io.ahoy.desktop.web.order;

import org.jspecify.annotations.NullMarked;
