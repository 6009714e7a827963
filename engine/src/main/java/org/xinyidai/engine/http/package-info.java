/**
 * The platform over HTTP: server, gate, errors, headers, metrics. In: requests. Out: answers of the
 * rooms before it, as JSON. Inside: {@code problem}, {@code call}, {@code docs}, {@code api},
 * {@code tls}, each before the next, and this package wires them. Next is {@code demo}.
 */
@NullMarked
package org.xinyidai.engine.http;

import org.jspecify.annotations.NullMarked;
