/**
 * How people come in (登录): invitations, passwords by a profile, a second factor, sessions. In come
 * a user name, a password and a code; out goes a session of an account, or nothing that tells why
 * not. Next room: {@code http}, which keeps the session in a cookie.
 */
@NullMarked
package org.xinyidai.engine.login;

import org.jspecify.annotations.NullMarked;
