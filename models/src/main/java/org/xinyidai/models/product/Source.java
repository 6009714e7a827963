package org.xinyidai.models.product;

/**
 * Where the terms of a product were read (来源). The same product is printed with different terms on
 * different pages, so every version says from where it comes.
 *
 * @param document the page or paper
 * @param note what is not said there or was read in one of several ways; may be empty
 */
public record Source(String document, String note) {}
