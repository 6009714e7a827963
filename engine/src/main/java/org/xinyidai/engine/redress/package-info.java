/**
 * The desk where objections and repairs are dealt with (异议与修复办理): files them, takes each step by
 * the rules of {@code models.dispute}, puts decisions into effect on the facts, scores again, and
 * tells every lender that read a score which is no longer what it was. In: requests and decisions.
 * Out: cases, reminders and notices. Next is {@code monitoring}.
 */
@NullMarked
package org.xinyidai.engine.redress;

import org.jspecify.annotations.NullMarked;
