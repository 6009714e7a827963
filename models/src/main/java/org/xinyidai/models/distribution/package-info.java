/**
 * How the values of features spread over enterprises, and how far a spread has moved (分布与漂移). In:
 * vectors. Out: distributions by district, stability against a base, and who moved. Next is {@code
 * score}.
 */
@NullMarked
package org.xinyidai.models.distribution;

import org.jspecify.annotations.NullMarked;
