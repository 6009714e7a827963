/**
 * A node to try against (参考节点): a process of its own that does what the regional and the national
 * node do as far as their interface is known here, and that fails when it is told to. It is not the
 * national platform and says so. In: batches over HTTP. Out: answers, lists for reconciliation. It
 * shares no state with the platform; next is {@code cli}, which starts it.
 */
@NullMarked
package org.xinyidai.engine.referencenode;

import org.jspecify.annotations.NullMarked;
