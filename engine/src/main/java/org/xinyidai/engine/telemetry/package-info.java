/**
 * What an operator sees of a running process (运行观测): log lines without personal data, and spans of
 * requests and their steps. In: what the rooms after it do. Out: lines on standard error or in a
 * file, spans to a collector. Next is {@code store}.
 */
@NullMarked
package org.xinyidai.engine.telemetry;

import org.jspecify.annotations.NullMarked;
