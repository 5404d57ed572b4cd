/** Writes what the router decided into the customers' history. */
@NullMarked
package io.ahoy.router.history;

import org.jspecify.annotations.NullMarked;
