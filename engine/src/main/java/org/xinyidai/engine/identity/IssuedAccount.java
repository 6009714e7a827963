package org.xinyidai.engine.identity;

/** A new account together with its token, the one time that both are seen together. */
public record IssuedAccount(Account account, Token token) {}
