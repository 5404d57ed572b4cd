/** What supervisors do on the board. */
@NullMarked
package io.ahoy.desktop.web.board;

import org.jspecify.annotations.NullMarked;
