/** Mails that came and go, as they are kept: their rows, the outbox, drafts, and the record of automatic replies. */
@NullMarked
package io.ahoy.crm.mail;

import org.jspecify.annotations.NullMarked;
