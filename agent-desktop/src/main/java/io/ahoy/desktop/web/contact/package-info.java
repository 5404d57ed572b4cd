/** What the customers' own page needs; public. */
@NullMarked
package io.ahoy.desktop.web.contact;

import org.jspecify.annotations.NullMarked;
