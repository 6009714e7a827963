/**
 * Models that a lender brings as ONNX: the graph is translated into our own linear model or trees,
 * so nothing foreign runs. In: the graph and the mapping of its columns to features. Out: a model
 * that still has to pass the lender's check vectors. Next is {@code product}.
 */
@NullMarked
package org.xinyidai.connectors.onnx;

import org.jspecify.annotations.NullMarked;
