/**
 * The command line: one class per command, wiring and words, no rules. In: arguments. Out: calls of
 * the rooms before it. The last room on the path.
 */
@NullMarked
package org.xinyidai.engine.cli;

import org.jspecify.annotations.NullMarked;
