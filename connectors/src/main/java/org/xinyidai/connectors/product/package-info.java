/**
 * Product files (产品文件): JSON to loan products and back, and the products that lenders have
 * published. In: JSON, from a file or a lender. Out: products, or everything that is wrong with
 * them, each with its JSON path.
 *
 * <p>The format is described at {@link org.xinyidai.connectors.product.ProductJson}.
 */
@NullMarked
package org.xinyidai.connectors.product;

import org.jspecify.annotations.NullMarked;
