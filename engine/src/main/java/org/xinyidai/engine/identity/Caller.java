package org.xinyidai.engine.identity;

/** Whose token came along and what it is good for (调用方). */
public record Caller(Account account, Grant grant) {}
