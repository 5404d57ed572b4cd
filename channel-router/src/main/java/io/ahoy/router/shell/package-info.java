/**
 * Around the core: one owner thread, the bounded mailbox, the journal, recovery, and the dispatcher that carries outputs
 * to the adapters after they are durable.
 */
@NullMarked
package io.ahoy.router.shell;

import org.jspecify.annotations.NullMarked;
