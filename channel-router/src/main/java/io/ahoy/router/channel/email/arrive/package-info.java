/** A stored mail is read, understood, and put into the customer's history, its conversation, its case and its queue. */
@NullMarked
package io.ahoy.router.channel.email.arrive;

import org.jspecify.annotations.NullMarked;
