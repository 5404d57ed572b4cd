/** What supervisors configure while Ahoy runs. */
@NullMarked
package io.ahoy.desktop.web.configuration;

import org.jspecify.annotations.NullMarked;
