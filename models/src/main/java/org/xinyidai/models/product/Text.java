package org.xinyidai.models.product;

/** One sentence or title in both languages (双语文本). */
public record Text(String zh, String en) {}
