/**
 * Signed requests (报文签名): HTTP message signatures (RFC 9421) over a digest of the content (RFC
 * 9530). In: the parts of a request and a key. Out: the header fields that a client adds, or
 * whether a request is genuine and, if not, what is wrong with it. Next: {@code http} of the
 * engine, which lets machines in, and whoever sends to other platforms.
 *
 * <p>What is signed is the method, the address, the digest of the content, the time and a nonce, so
 * that neither an altered nor a repeated request passes.
 */
@NullMarked
package org.xinyidai.connectors.signature;

import org.jspecify.annotations.NullMarked;
