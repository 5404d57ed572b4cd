/** Mails: conversations, drafts, what is sent. */
@NullMarked
package io.ahoy.desktop.web.mail;

import org.jspecify.annotations.NullMarked;
