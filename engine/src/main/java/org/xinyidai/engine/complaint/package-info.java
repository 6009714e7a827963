/**
 * Complaints of enterprises and callers (投诉受理): taken in, given to whoever must answer, watched by
 * working days and brought before the office when late. In: complaints and steps. Out: the cases of
 * each party, and rates. Next is {@code arrears}.
 */
@NullMarked
package org.xinyidai.engine.complaint;

import org.jspecify.annotations.NullMarked;
