/**
 * What lenders find and may see before an enterprise has consented (优企线索): coarse answers, leads
 * under names of their own, quotas, exports that name their puller, saved searches, invitations.
 * In: a snapshot and what a lender asks. Out: answers that point to nobody, and a trail.
 * Requirement B5. Next room: {@code http}. The reasons are in {@code docs/decisions/0015}.
 */
@NullMarked
package org.xinyidai.engine.lead;

import org.jspecify.annotations.NullMarked;
