/**
 * Keys and signatures by commercial cryptography (商用密码). In come bytes and a key kept in a file of
 * its own; out go SM2 signatures (GB/T 32918.2) and whether one is genuine. Next: whoever must
 * prove something to others, first the audit.
 */
@NullMarked
package org.xinyidai.connectors.seal;

import org.jspecify.annotations.NullMarked;
