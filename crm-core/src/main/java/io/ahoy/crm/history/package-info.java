/** What happened: every interaction with its segments, offers and wrap-ups, and the figures computed from them. */
@NullMarked
package io.ahoy.crm.history;

import org.jspecify.annotations.NullMarked;
