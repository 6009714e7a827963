/**
 * Files and request bodies become facts (归集入库). In: the records of a delivery. Out: facts in the
 * store, refused rows in quarantine, and a receipt whose counts reconcile: received = accepted +
 * repeated + rejected. Survives a kill at any moment: the same delivery again goes on where it
 * stopped. Next is {@code serving}.
 */
@NullMarked
package org.xinyidai.engine.ingest;

import org.jspecify.annotations.NullMarked;
