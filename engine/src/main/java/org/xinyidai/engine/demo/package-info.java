/**
 * The two demonstrations: a simulated city, and real invoices in a public layout. In: a folder or a
 * seed. Out: a state that serves, a summary and a report. Nothing here is used by a platform in
 * earnest. Next is {@code cli}.
 */
@NullMarked
package org.xinyidai.engine.demo;

import org.jspecify.annotations.NullMarked;
