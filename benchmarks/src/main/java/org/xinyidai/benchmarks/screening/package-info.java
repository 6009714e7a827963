/**
 * How long it takes to find the enterprises that a lender asks for: the index beside a loop over
 * arrays and beside a database, on the same rows and the same questions in one run.
 */
@NullMarked
package org.xinyidai.benchmarks.screening;

import org.jspecify.annotations.NullMarked;
