/** What somebody may ask about himself: everything we know, and that it is forgotten; and what is forgotten by itself. */
@NullMarked
package io.ahoy.crm.privacy;

import org.jspecify.annotations.NullMarked;
