/**
 * How callers reach the server (传输): in the clear on this machine alone, through a TLS proxy, or by
 * TLS of its own. In: files with keys and certificates. Out: the options of a listener, and what a
 * server that is reached so may say of itself. The package {@code http} listens with it.
 */
@NullMarked
package org.xinyidai.engine.http.tls;

import org.jspecify.annotations.NullMarked;
