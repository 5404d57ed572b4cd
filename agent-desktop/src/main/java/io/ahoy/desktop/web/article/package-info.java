/** The knowledge base: articles and their files, finding them, and what becomes of them. */
@NullMarked
package io.ahoy.desktop.web.article;

import org.jspecify.annotations.NullMarked;
