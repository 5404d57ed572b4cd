/** The knowledge base: articles in every version, how they are found, and which are suggested beside a conversation. */
@NullMarked
package io.ahoy.crm.knowledge;

import org.jspecify.annotations.NullMarked;
