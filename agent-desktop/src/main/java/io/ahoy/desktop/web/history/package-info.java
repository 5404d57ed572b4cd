/** Earlier contacts, page by page. */
@NullMarked
package io.ahoy.desktop.web.history;

import org.jspecify.annotations.NullMarked;
