/** The HTTP door: server, JSON, errors, and the one place where every request is checked before its verb runs. */
@NullMarked
package io.ahoy.desktop.web;

import org.jspecify.annotations.NullMarked;
