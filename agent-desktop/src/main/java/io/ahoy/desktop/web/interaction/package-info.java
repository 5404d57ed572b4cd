/** What an agent does with the interaction his seat is on, from the offer to the wrap-up. */
@NullMarked
package io.ahoy.desktop.web.interaction;

import org.jspecify.annotations.NullMarked;
