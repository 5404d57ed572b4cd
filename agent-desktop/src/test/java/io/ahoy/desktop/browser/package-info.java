/** People's pages in the real Chromium, with a real telephone behind them. */
@NullMarked
package io.ahoy.desktop.browser;

import org.jspecify.annotations.NullMarked;
