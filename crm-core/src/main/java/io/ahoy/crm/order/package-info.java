/** Products and orders, as the centre's other programs write them for agents to read. */
@NullMarked
package io.ahoy.crm.order;

import org.jspecify.annotations.NullMarked;
