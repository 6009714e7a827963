/**
 * Long work beside the requests (后台任务): started once, watched while it runs. In: work. Out: how far
 * it has come. Next is {@code ledger}.
 */
@NullMarked
package org.xinyidai.engine.task;

import org.jspecify.annotations.NullMarked;
