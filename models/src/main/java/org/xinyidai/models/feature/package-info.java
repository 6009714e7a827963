/**
 * A history becomes a vector of numbers, each declared once with name, unit, window and missing
 * rule. In: a history and a day. Out: a vector. Next is {@code dispute}.
 *
 * <p>{@code FeatureCatalogue} joins the tables of features, one file by source ({@code
 * SalesFeatures}, {@code TaxFeatures}, ...). A row of a table is a {@code Declaration}; what it
 * measures is read through an {@code Observation}, which shows nothing of a later day and keeps the
 * monthly sums ({@code Digest}) that many features share. Sums are whole numbers, so that neither
 * the order of facts nor the machine shows in a value.
 */
@NullMarked
package org.xinyidai.models.feature;

import org.jspecify.annotations.NullMarked;
