/**
 * Sealing of what leaves (数字信封): lines of results become a batch that is signed by its sender (SM2
 * with SM3) and readable by one node alone (SM4-GCM under a fresh key, that key under SM2); the
 * node's answers are signed as well. In: lines and keys. Out: envelopes, and lines again with every
 * doubt told. Next is {@code client}, which carries them, and the reference node of the engine.
 */
@NullMarked
package org.xinyidai.connectors.feedback.envelope;

import org.jspecify.annotations.NullMarked;
